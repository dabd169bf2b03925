package hostelry.console.vm;

import hostelry.console.kit.Desk;
import hostelry.console.kit.words.Words;
import hostelry.model.DiskAttachment;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template as the wizard offers it.
 *
 * @param disks how many come from it
 * @param nics how many come from it
 */
record Offer(Template template, int disks, int nics) {
    private static final String BLANK = "00000000-0000-0000-0000-000000000000";

    /** Those that can be used: Blank first, then by name, of several versions the newest first. */
    static List<Offer> all(Desk desk) {
        List<Offer> offers = new ArrayList<>(desk.estate().all(Template.class).stream().filter(one -> !"locked".equals(one.getStatus()))
                .sorted(Comparator.comparing((Template one) -> !BLANK.equals(one.getId()))
                        .thenComparing(one -> Words.orEmpty(one.getName()), Words.NATURAL)
                        .thenComparing(Comparator.comparingInt(Template::getVersionNumber).reversed()))
                .map(one -> new Offer(one,
                        (int) desk.estate().all(DiskAttachment.class).stream().filter(disk -> one.getId().equals(disk.getTemplate()))
                                .count(),
                        (int) desk.estate().all(Nic.class).stream().filter(nic -> one.getId().equals(nic.getTemplate())).count()))
                .toList());
        if (offers.isEmpty() || !BLANK.equals(offers.get(0).template().getId())) {
            offers.add(0, new Offer(blank(), 0, 0)); // who may not see it may use it all the same
        }
        return offers;
    }

    private static Template blank() {
        Template blank = HostelryFactory.eINSTANCE.createTemplate();
        blank.setId(BLANK);
        blank.setName("Blank");
        blank.setMemory(1L << 30);
        blank.setCpuSockets(1);
        blank.setCpuCores(1);
        blank.setCpuThreads(1);
        return blank;
    }

    static int index(List<Offer> offers, @Nullable Template chosen) {
        for (int i = 0; chosen != null && i < offers.size(); i++) {
            if (offers.get(i).template().getId().equals(chosen.getId())) {
                return i;
            }
        }
        return 0;
    }

    String label() {
        String name = Words.orEmpty(template.getName());
        return template.getVersionNumber() > 1
                ? name + " (version " + template.getVersionNumber()
                        + (Words.orEmpty(template.getVersionName()).isEmpty() ? "" : ", " + template.getVersionName()) + ")"
                : name;
    }

    /** What comes along beside the hardware, in a sentence; empty for nothing. */
    String gives() {
        if (disks == 0 && nics == 0) {
            return "";
        }
        return "From " + template.getName() + " come " + Words.count(disks, "disk", "disks") + " and " + Words.count(nics, "NIC", "NICs")
                + "; more can be added here.";
    }
}
