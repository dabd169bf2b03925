package hostelry.engine.search;

import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.run.EstateService;
import hostelry.model.Bookmark;
import hostelry.model.Event;
import hostelry.model.Group;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.Permission;
import hostelry.model.Severity;
import hostelry.model.StorageDomainType;
import hostelry.model.Tag;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.VmType;
import hostelry.testkit.Estates;
import hostelry.testkit.TestWork;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

/** A small estate in which every kind of question has an answer. It is Wednesday, 2026-03-11, noon. */
final class Town {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-11T12:00:00Z"), ZoneOffset.UTC);
    private static final HostelryFactory MODEL = HostelryFactory.eINSTANCE;

    private Town() {}

    static SearchService in(Inventory inventory) {
        Estates estate = new Estates(inventory);
        estate.host("h-box", "box", host -> host.setLoad(1.5));
        estate.host("h-cold", "cold", host -> host.setStatus(HostStatus.MAINTENANCE));
        estate.domain("s-fast", "fast", StorageDomainType.DATA, "h-box", domain -> {});
        estate.domain("s-slow", "slow", StorageDomainType.ISO, "h-cold", domain -> {});
        tag(inventory, "t-shop", "shop", null);
        tag(inventory, "t-front", "front", "t-shop");
        machines(estate);
        estate.disk("d-data", "data", "s-fast", disk -> disk.setProvisionedSize(20L << 30));
        estate.disk("d-spare", "spare", "s-slow", disk -> {});
        estate.attachment("v-db1", "d-data", true);
        people(inventory);
        said(inventory, Severity.NORMAL, "the first", "v-web1");
        said(inventory, Severity.WARNING, "the second", null);
        said(inventory, Severity.ERROR, "the third", null);
        return new SearchService(inventory, TestWork.EVERYTHING, new EstateService(inventory, TestWork.EVERYTHING), CLOCK);
    }

    private static void machines(Estates estate) {
        estate.vm("v-web1", "web1", vm -> {
            run(vm, "h-box", 10);
            vm.getTags().add("t-front");
            vm.getAddresses().add("10.0.0.7");
            vm.setFqdn("web1.example.com");
            vm.getCustomProperties().addAll(List.of("Team=red cross", "sap_agent=true"));
            vm.setMemoryUsed(1L << 29);
            vm.setCreationTime(Instant.parse("2026-03-11T08:00:00Z"));
            vm.setStartTime(Instant.parse("2026-03-11T09:30:00Z"));
        });
        estate.vm("v-web2", "web2", vm -> {
            run(vm, "h-cold", 20);
            vm.getTags().add("t-shop");
            vm.setMemory(2L << 30);
        });
        estate.vm("v-db1", "db1", vm -> {
            run(vm, "h-box", 80);
            vm.setMemory(8L << 30);
            vm.setCpuCores(4);
            vm.setCreationTime(Instant.parse("2026-03-02T09:30:00Z"));
        });
        estate.vm("v-db2", "db2", vm -> {
            vm.setMemory(4L << 30);
            vm.setDeleteProtected(true);
        });
        estate.vm("v-mail", "mail", vm -> {
            vm.setStatus(VmStatus.POWERING_DOWN);
            vm.setType(VmType.DESKTOP);
            vm.setComment("the (old) one");
        });
        estate.inventory().change(draft -> {
            Nic nic = MODEL.createNic();
            nic.setVm("v-web1");
            nic.setVnicProfile(WellKnown.VNIC_PROFILE);
            return draft.add(nic);
        });
    }

    private static void run(Vm vm, String host, int load) {
        vm.setStatus(VmStatus.UP);
        vm.setHost(host);
        vm.setCpuUsage(load);
    }

    private static void tag(Inventory inventory, String id, String name, String parent) {
        Tag tag = MODEL.createTag();
        tag.setId(id);
        tag.setName(name);
        tag.setParent(parent);
        inventory.change(draft -> draft.add(tag));
    }

    private static void people(Inventory inventory) {
        Group staff = MODEL.createGroup();
        staff.setId("g-staff");
        staff.setName("staff");
        User carol = MODEL.createUser();
        carol.setId("u-carol");
        carol.setName("carol");
        carol.setUserName("carol@internal");
        carol.getGroups().add("g-staff");
        Permission permission = MODEL.createPermission();
        permission.setUser("u-carol");
        permission.setNoun("Vm");
        permission.setObject("v-web2");
        permission.setId("p-carol");
        Bookmark bookmark = MODEL.createBookmark();
        bookmark.setId("b-running");
        bookmark.setName("running");
        bookmark.setValue("Vms: status = up");
        inventory.change(draft -> {
            List.of(staff, carol, permission, bookmark).forEach(draft::add);
            return null;
        });
    }

    private static void said(Inventory inventory, Severity severity, String text, String vm) {
        Consumer<Event> with = event -> {
            event.setSeverity(severity);
            event.setDescription(text);
            event.setVm(vm);
            event.setTime(CLOCK.instant());
        };
        Event event = MODEL.createEvent();
        with.accept(event);
        inventory.change(draft -> draft.add(event));
    }
}
