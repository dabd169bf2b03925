package hostelry.sdk;

import static hostelry.sdk.Step.expect;
import static hostelry.sdk.Step.get;
import static hostelry.sdk.Step.run;
import static hostelry.sdk.Step.same;
import static org.ovirt.engine.sdk4.builders.Builders.bookmark;
import static org.ovirt.engine.sdk4.builders.Builders.cluster;
import static org.ovirt.engine.sdk4.builders.Builders.tag;
import static org.ovirt.engine.sdk4.builders.Builders.template;
import static org.ovirt.engine.sdk4.builders.Builders.vm;

import java.util.List;
import java.util.stream.Collectors;
import org.ovirt.engine.sdk4.Error;
import org.ovirt.engine.sdk4.services.AssignedTagsService;
import org.ovirt.engine.sdk4.services.BookmarkService;
import org.ovirt.engine.sdk4.services.SystemService;
import org.ovirt.engine.sdk4.services.TagService;
import org.ovirt.engine.sdk4.types.Bookmark;
import org.ovirt.engine.sdk4.types.Tag;
import org.ovirt.engine.sdk4.types.Vm;

/** Searches, tags and bookmarks. Everything that it makes it removes again. */
final class SdkSearch {
    private static final long MIB = 1L << 20;

    private final SystemService system;
    private final String name;

    /** @param mark makes names that nobody else has */
    SdkSearch(SystemService system, String mark) {
        this.system = system;
        this.name = "find-" + mark;
    }

    void all() throws Exception {
        String small = get("add two machines to search for", () -> add(name + "-a", 256));
        String large = add(name + "-b", 512);
        searches();
        mistakes();
        tags(small);
        bookmarks();
        run("remove the two machines", () -> {
            system.vmsService().vmService(small).remove().send();
            system.vmsService().vmService(large).remove().send();
            same("", found("name=" + name + "*"), "what is left");
        });
    }

    private String add(String called, long memory) {
        return system.vmsService().add()
                .vm(vm().name(called).memory(memory * MIB).cluster(cluster().name("Default")).template(template().name("Blank"))).send()
                .vm().id();
    }

    /** The last letters of the machines' names. */
    private String found(String search) {
        return ends(system.vmsService().list().search(search).send().vms());
    }

    private static String ends(List<Vm> vms) {
        return vms.stream().map(vm -> vm.name().substring(vm.name().length() - 1)).collect(Collectors.joining(" "));
    }

    private void searches() throws Exception {
        run("search for machines", () -> {
            same("a", found("name=" + name + "-a"), "what was found by the name");
            same("a b", found("name=" + name + "*"), "what was found by a part of it");
            same("a b", found(name), "what was found by a word");
            same("b", found("Vms: name=" + name + "* and memory > 256mb"), "what is larger than 256 MiB");
            same("a", found("name=" + name + "* and memory <= 256"), "what is no larger, in MB");
            same("b a", found("name=" + name + "* and cluster=Default and status=down sortby name desc"), "both, the last first");
            same("a", found("(name=" + name + "-a or name=nobody) and template.name=Blank"), "what was found with parentheses");
            same("a b", found("name=" + name + "* and creationdate=today and datacenter=Default"), "what was made today");
        });
        run("search page by page", () -> {
            same("a", ends(system.vmsService().list().search("name=" + name + "* sortby name page 1").max(1).send().vms()),
                    "the first page");
            same("b", ends(system.vmsService().list().search("name=" + name + "* sortby name page 2").max(1).send().vms()),
                    "the second page");
            same("", ends(system.vmsService().list().search("name=" + name.toUpperCase() + "*").send().vms()),
                    "what has the name in capitals");
            same("a b", ends(system.vmsService().list().search("name=" + name.toUpperCase() + "*").caseSensitive(false).send().vms()),
                    "what has the name in whatever case");
        });
        run("search for other things", () -> {
            expect(!system.hostsService().list().search("status=up and cluster=Default").send().hosts().isEmpty(), "no host is up");
            same(1, system.clustersService().list().search("vms.name=" + name + "-a").send().clusters().size(),
                    "the clusters of that machine");
            same(1, system.dataCentersService().list().search("name=Default").send().dataCenters().size(), "the data centers of that name");
            expect(!system.storageDomainsService().list().search("status=active and free_size > 0").send().storageDomains().isEmpty(),
                    "no storage");
            same(1, system.usersService().list().search("usrname=admin@internal").send().users().size(), "the users of that name");
            expect(system.eventsService().list().search("event_vm=" + name + "-a and severity=normal").send().events().stream()
                    .anyMatch(event -> event.description().contains(name)), "no event of that machine");
            expect(system.jobsService().list().search("status=finished").send().jobs().size() > 0, "no job is over");
        });
    }

    private void mistakes() throws Exception {
        for (String wrong : new String[]{"colour=red", "status=upp", "name=", "name=\"x", "memory > much", "(name=x", "Hosts: name=x",
                "page 0"}) {
            run("the search " + wrong + " is refused with its place", () -> {
                try {
                    system.vmsService().list().search(wrong).send();
                    throw new AssertionError("it was understood");
                } catch (Error e) {
                    expect(e.getMessage().contains("400") && e.getMessage().contains("at character "), "it says: " + e.getMessage());
                }
            });
        }
    }

    private void tags(String machine) throws Exception {
        Tag shop = get("add a tag", () -> system.tagsService().add().tag(tag().name(name).description("of the shop")).send().tag());
        Tag front = get("and one below it",
                () -> system.tagsService().add().tag(tag().name(name + "-front").parent(tag().id(shop.id()))).send().tag());
        AssignedTagsService assigned = system.vmsService().vmService(machine).tagsService();
        run("put it on a machine, and find that by it", () -> {
            assigned.add().tag(tag().name(front.name())).send();
            same(front.id(), assigned.list().send().tags().get(0).id(), "the tag of the machine");
            same("a", found("tag=" + front.name()), "what has the tag");
            same("a", found("tag=" + shop.name()), "what has it or one below it");
            same(shop.id(), system.tagsService().tagService(front.id()).get().send().tag().parent().id(), "the tag above it");
        });
        run("take it off again", () -> {
            assigned.tagService(front.id()).remove().send();
            same(0, assigned.list().send().tags().size(), "the number of its tags");
            same("", found("tag=" + shop.name()), "what has the tag");
        });
        run("rename the tag, and remove it with the one below", () -> {
            TagService service = system.tagsService().tagService(shop.id());
            same(name + "-2", service.update().tag(tag().name(name + "-2")).send().tag().name(), "its name");
            service.remove().send();
            expect(system.tagsService().list().send().tags().stream().noneMatch(one -> one.name().startsWith(name)), "a tag is left");
        });
    }

    private void bookmarks() throws Exception {
        Bookmark kept = get("keep a search",
                () -> system.bookmarksService().add().bookmark(bookmark().name(name).value("Vms: status = up")).send().bookmark());
        run("change it, and forget it", () -> {
            BookmarkService service = system.bookmarksService().bookmarkService(kept.id());
            same("Vms: status = down", service.update().bookmark(bookmark().value("Vms: status = down")).send().bookmark().value(),
                    "the search");
            expect(system.bookmarksService().list().send().bookmarks().stream()
                    .anyMatch(one -> one.id().equals(kept.id())), "it is not in the list");
            service.remove().send();
        });
        run("a search that can't be understood is not kept", () -> {
            try {
                system.bookmarksService().add().bookmark(bookmark().name(name).value("Vms: colour = red")).send();
                throw new AssertionError("it was kept");
            } catch (Error e) {
                expect(e.getMessage().contains("colour"), "it says: " + e.getMessage());
            }
        });
    }
}
