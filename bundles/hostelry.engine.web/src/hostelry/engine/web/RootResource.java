package hostelry.engine.web;

import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.wire.Out;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The root of the API: what there is, and where. */
@Path("/")
@Produces({"application/xml", "application/json"})
public final class RootResource {
    /** The release of oVirt whose API this is: clients choose by it what they send. */
    private static final int MAJOR = 4;
    private static final int MINOR = 5;
    private static final int BUILD = 5;
    private static final String BLANK = "00000000-0000-0000-0000-000000000000";
    private static final List<String> COLLECTIONS = List.of("affinitylabels", "bookmarks", "clusterlevels", "clusters", "cpuprofiles",
            "datacenters", "diskprofiles", "disks", "domains", "events", "groups", "hosts", "imagetransfers", "instancetypes", "jobs",
            "jointokens", "macpools", "networkfilters", "networks", "operatingsystems", "permissions", "roles", "schedulingpolicies",
            "storageconnections", "storagedomains", "tags", "templates", "users", "vmpools", "vms", "vnicprofiles");

    private final Services services;
    private final String version;

    RootResource(Services services, String version) {
        this.services = services;
        this.version = version;
    }

    @GET
    public Response get(@Context Call call) {
        return Response.ok((Answer) out -> write(out, call)).build();
    }

    private void write(Out out, Call call) throws IOException {
        out.start("api");
        link(out, "authenticated_user", call.paths().href("User", call.caller().userId()), call.caller().userId());
        link(out, "effective_user", call.paths().href("User", call.caller().userId()), call.caller().userId());
        product(out);
        out.start("special_objects");
        link(out, "blank_template", call.paths().href(Template.class.getSimpleName(), BLANK), BLANK);
        link(out, "root_tag", Paths.API + "/tags/" + TagsResource.ROOT, TagsResource.ROOT);
        out.end();
        summary(out, call);
        out.time("time", Instant.now());
        Set<String> searched = services.search().searchables().stream().map(noun -> call.wire().collection(noun.noun()))
                .collect(Collectors.toSet());
        out.startList("link");
        for (String collection : COLLECTIONS) {
            rel(out, collection, Paths.API + "/" + collection);
            if (searched.contains(collection)) {
                rel(out, collection + "/search", Paths.API + "/" + collection + "?search={query}");
            }
        }
        rel(out, "changes", Paths.API + "/changes");
        out.endList();
        out.end();
    }

    private void product(Out out) throws IOException {
        out.start("product_info");
        out.text("name", "Hostelry");
        out.text("vendor", "hostelry");
        out.start("version");
        out.text("build", BUILD);
        out.text("full_version", MAJOR + "." + MINOR + "." + BUILD + "-hostelry-" + version);
        out.text("major", MAJOR);
        out.text("minor", MINOR);
        out.text("revision", 0);
        out.end();
        out.end();
    }

    private static void summary(Out out, Call call) throws IOException {
        out.start("summary");
        count(out, call, "hosts", Host.class, host -> host.getStatus() == HostStatus.UP);
        count(out, call, "storage_domains", StorageDomain.class, domain -> domain.getStatus() == StorageDomainStatus.ACTIVE);
        count(out, call, "users", User.class, user -> true);
        count(out, call, "vms", Vm.class,
                vm -> vm.getStatus() != VmStatus.DOWN && vm.getStatus() != VmStatus.SUSPENDED && vm.getStatus() != VmStatus.IMAGE_LOCKED);
        out.end();
    }

    private static <T extends Entity> void count(Out out, Call call, String name, Class<T> noun, Predicate<T> active) throws IOException {
        List<T> all = call.services().estate().list(call.caller(), noun);
        out.start(name);
        out.text("active", all.stream().filter(active).count());
        out.text("total", all.size());
        out.end();
    }

    private static void link(Out out, String name, String href, String id) throws IOException {
        out.start(name);
        out.attribute("href", href);
        out.attribute("id", id);
        out.end();
    }

    private static void rel(Out out, String rel, String href) throws IOException {
        out.start("link");
        out.attribute("href", href);
        out.attribute("rel", rel);
        out.end();
    }
}
