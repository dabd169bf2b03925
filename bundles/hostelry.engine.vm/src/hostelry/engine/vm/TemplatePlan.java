package hostelry.engine.vm;

import hostelry.engine.spi.DiskImages.Copy;
import hostelry.engine.work.Flat;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A template to be, with every default chosen: what is checked is what is made, and it goes through the journal.
 *
 * @param vm id of the machine that it is made from
 */
record TemplatePlan(Template template, String vm, Copies copies, List<Nic> nics) {
    private static final HostelryFactory MODEL = HostelryFactory.eINSTANCE;

    TemplatePlan {
        nics = List.copyOf(nics);
    }

    /** What is gone is left out, and the check has said so. */
    List<Copy> copies(Guests guests) {
        return copies.disks().stream().flatMap(
                disk -> guests.find(Disk.class, copies.sources().get(disk.getId())).map(source -> new Copy(source, disk)).stream())
                .toList();
    }

    Map<String, String> arguments() {
        Map<String, String> arguments = new HashMap<>(Map.of("from", vm));
        Flat.put(arguments, "template.", template);
        for (int i = 0; i < copies.disks().size(); i++) {
            Flat.put(arguments, "disk" + i + ".", copies.disks().get(i));
            Flat.put(arguments, "attachment" + i + ".", copies.attachments().get(i));
        }
        for (int i = 0; i < nics.size(); i++) {
            Flat.put(arguments, "nic" + i + ".", nics.get(i));
        }
        copies.sources().forEach((disk, source) -> arguments.put("source." + disk, source));
        return arguments;
    }

    static TemplatePlan of(Map<String, String> arguments) {
        List<Disk> disks = Blueprint.all(arguments, "disk", MODEL::createDisk);
        List<DiskAttachment> attachments = Blueprint.all(arguments, "attachment", MODEL::createDiskAttachment);
        return new TemplatePlan(Flat.get(arguments, "template.", MODEL.createTemplate()), arguments.get("from"),
                new Copies(disks, attachments, Blueprint.sources(arguments)), Blueprint.all(arguments, "nic", MODEL::createNic));
    }
}
