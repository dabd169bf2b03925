package hostelry.sdk;

import static hostelry.sdk.Step.await;
import static hostelry.sdk.Step.expect;
import static hostelry.sdk.Step.get;
import static hostelry.sdk.Step.run;
import static hostelry.sdk.Step.same;
import static org.ovirt.engine.sdk4.builders.Builders.cluster;
import static org.ovirt.engine.sdk4.builders.Builders.disk;
import static org.ovirt.engine.sdk4.builders.Builders.diskAttachment;
import static org.ovirt.engine.sdk4.builders.Builders.nic;
import static org.ovirt.engine.sdk4.builders.Builders.storageDomain;
import static org.ovirt.engine.sdk4.builders.Builders.template;
import static org.ovirt.engine.sdk4.builders.Builders.vm;

import org.ovirt.engine.sdk4.services.SystemService;
import org.ovirt.engine.sdk4.services.TemplateService;
import org.ovirt.engine.sdk4.services.VmService;
import org.ovirt.engine.sdk4.types.DiskFormat;
import org.ovirt.engine.sdk4.types.DiskInterface;
import org.ovirt.engine.sdk4.types.NicInterface;
import org.ovirt.engine.sdk4.types.Template;
import org.ovirt.engine.sdk4.types.TemplateStatus;
import org.ovirt.engine.sdk4.types.VmStatus;

/** A template from a machine with a disk, a machine from the template, and a clone of that. */
final class SdkTemplates {
    private static final long MIB = 1L << 20;
    private static final int SECONDS = 120;

    private final SystemService system;
    private final String domain;
    private final String name;

    /**
     * @param domain id of a data domain
     * @param mark makes names that nobody else has
     */
    SdkTemplates(SystemService system, String domain, String mark) {
        this.system = system;
        this.domain = domain;
        this.name = "gold-" + mark;
    }

    void all() throws Exception {
        VmService first = get("a machine to make a template from", this::machine);
        TemplateService gold = get("a template from it", () -> made(first));
        run("it has the hardware, the disk and the card", () -> {
            Template read = gold.get().send().template();
            same(192 * MIB, read.memory().longValue(), "its memory");
            same(1, read.version().versionNumber().intValue(), "its version");
            same(1, gold.diskAttachmentsService().list().send().attachments().size(), "the number of its disks");
            expect(gold.nicsService().list().send().nics().get(0).mac() == null, "its card has an address");
            same("of a check", gold.update().template(template().description("of a check")).send().template().description(), "its words");
        });
        VmService second = get("a machine from it", () -> {
            String id = system.vmsService().add().vm(vm().name(name + "-b").cluster(cluster().name("Default"))
                    .template(template().id(gold.get().send().template().id()))).send().vm().id();
            VmService service = system.vmsService().vmService(id);
            reaches(service, VmStatus.DOWN);
            same(192 * MIB, service.get().send().vm().memory().longValue(), "its memory");
            same(1, service.diskAttachmentsService().list().send().attachments().size(), "the number of its disks");
            expect(service.nicsService().list().send().nics().get(0).mac().address() != null, "its card has no address");
            return service;
        });
        run("it starts, and is stopped", () -> {
            second.start().send();
            await("the machine", SECONDS, () -> second.get().send().vm().status(),
                    now -> now == VmStatus.POWERING_UP || now == VmStatus.UP);
            second.stop().async(false).send();
            reaches(second, VmStatus.DOWN);
        });
        run("a clone of it", () -> {
            second.clone_().vm(vm().name(name + "-c")).async(false).send();
            reaches(second, VmStatus.DOWN);
            String id = system.vmsService().list().search("name=" + name + "-c").send().vms().get(0).id();
            same(1, system.vmsService().vmService(id).diskAttachmentsService().list().send().attachments().size(),
                    "the number of its disks");
            system.vmsService().vmService(id).remove().send();
        });
        run("the template goes, and its machine stays", () -> {
            same(name, system.templatesService().list().search("name=" + name + " and childcount=1").send().templates().get(0).name(),
                    "the template with one machine");
            gold.remove().send();
            expect(system.templatesService().list().search("name=" + name).send().templates().isEmpty(), "it is still there");
            same("Blank",
                    system.templatesService().templateService(second.get().send().vm().template().id()).get().send().template().name(),
                    "the template of its machine");
            second.remove().send();
            first.remove().send();
        });
    }

    private VmService machine() {
        String id = system.vmsService().add().vm(vm().name(name + "-a").memory(192 * MIB).cluster(cluster().name("Default"))
                .template(template().name("Blank"))).send().vm().id();
        VmService service = system.vmsService().vmService(id);
        service.diskAttachmentsService().add().attachment(diskAttachment().bootable(true).active(true).interface_(DiskInterface.VIRTIO)
                .disk(disk().name(name + "-disk").format(DiskFormat.COW).provisionedSize(64 * MIB)
                        .storageDomains(storageDomain().id(domain))))
                .send();
        service.nicsService().add().nic(nic().name("nic1").interface_(NicInterface.VIRTIO)).send();
        return service;
    }

    private TemplateService made(VmService from) throws Exception {
        String id = system.templatesService().add().template(template().name(name).vm(vm().id(from.get().send().vm().id()))).send()
                .template().id();
        TemplateService service = system.templatesService().templateService(id);
        await("the template", SECONDS, () -> service.get().send().template().status(), now -> now == TemplateStatus.OK);
        reaches(from, VmStatus.DOWN);
        return service;
    }

    private static void reaches(VmService service, VmStatus status) throws Exception {
        await("the machine", SECONDS, () -> service.get().send().vm().status(), now -> now == status);
    }
}
