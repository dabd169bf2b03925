package hostelry.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Search.Found;
import hostelry.api.Search.Mistake;
import hostelry.api.Search.Query;
import hostelry.engine.spi.Authority;
import hostelry.engine.work.run.EstateService;
import hostelry.model.Entity;
import hostelry.model.Vm;
import hostelry.testkit.MemoryInventory;
import hostelry.testkit.TestWork;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in {@link Town}, row by row. */
class SearchServiceTest {
    private final MemoryInventory inventory = new MemoryInventory();
    private final SearchService search = Town.in(inventory);

    @AfterEach
    void close() {
        inventory.close();
    }

    private static String names(Found found) {
        return found.objects().stream().map(Entity::getName).collect(Collectors.joining(" "));
    }

    private String find(String text) {
        return names(search.find(TestWork.ADMIN, Query.of(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "Vms:|db1 db2 mail web1 web2", "' Vms : '|db1 db2 mail web1 web2", "vm:|db1 db2 mail web1 web2", "Vms: web|web1 web2",
            "Vms: WEB*|web1 web2", "Vms: name=web1|web1", "Vms: id=v-web1|web1", "Vms: v-web1|web1", "Vms: name = *1|db1 web1",
            "Vms: name != web*|db1 db2 mail", "Vms: status = up|db1 web1 web2", "Vms: status != up|db2 mail",
            "Vms: status = poweringdown|mail",
            "Vms: status = powering*|mail", "Vms: status = Powering_Down|mail", "Vms: cluster = Default|db1 db2 mail web1 web2",
            "Vms: cluster = def*|db1 db2 mail web1 web2", "Vms: cluster != Default|''", "Vms: datacenter = Default and name=db1|db1",
            "Vms: host = box|db1 web1", "Vms: on_host = b*|db1 web1", "Vms: hosts.status = up|db1 web1", "Vms: hosts.name != box|web2",
            "Vms: memory > 2gb|db1 db2", "Vms: memory >= 2048|db1 db2 web2", "Vms: memory = 1gb|mail web1", "Vms: memory < 1.5GB|mail web1",
            "Vms: status = up and memory > 2gb|db1", "Vms: (name = web1 or name = db1) and cpu_usage > 50%|db1", "Vms: mem_usage > 40|web1",
            "Vms: vcpus = 4|db1", "Vms: tag = shop|web1 web2", "Vms: tag = front|web1", "Vms: tag != shop|db1 db2 mail",
            "Vms: tag = \"\"|db1 db2 mail",
            "Vms: tags.name = shop|web2", "Vms: template = Blank and tag = front|web1", "Vms: ip = 10.0.0.*|web1", "Vms: 10.0.0.7|web1",
            "Vms: fqdn = *.example.com|web1", "Vms: disks.alias = data|db1", "Vms: storage.name = fast|db1",
            "Vms: networks.name = ovirtmgmt|web1",
            "Vms: vnicprofiles.name = ovirt*|web1", "Vms: users.usrname = carol*|web2", "Vms: creationdate > -2d|web1",
            "Vms: creationdate < -2d|db1",
            "Vms: creationdate = today|web1", "Vms: creationdate = 2026-03-02|db1", "Vms: creationdate = 03/02/2026|db1",
            "Vms: creationdate >= \"2026-03-02 09:30\"|db1 web1", "Vms: uptime > 2h|web1", "Vms: uptime < 3:00:00|web1",
            "Vms: type = desktop|mail", "Vms: custom_team = red*|web1", "Vms: CUSTOM_SAP_AGENT = true|web1",
            "Vms: custom_team != \"red cross\"|db1 db2 mail web2", "Vms: custom_nothing = x|''",
            "Vms: delete_protected = true|db2", "Vms: delete_protected != true and name=db1|db1", "Vms: comment = \"the (old) one\"|mail",
            "Vms: sortby name desc|web2 web1 mail db2 db1", "Vms: sortby memory desc|db1 db2 web2 mail web1",
            "Vms: status=up sortby host|db1 web1 web2",
            "Hosts: vms.name = web*|box cold", "Hosts: vms.status = up and vms.name = web1|box",
            "Hosts: vms.name = web1 and vms.name = db1|box",
            "Hosts: status = maintenance|cold", "Hosts: cpus >= 4|box cold", "Hosts: datacenter = Default and load > 1|box",
            "Hosts: memory > 4gb|box cold",
            "Hosts: storage.name = fast|box", "Hosts: vms.tag = shop|box cold", "Clusters: hosts.name = box|Default",
            "Clusters: cpu_type = \"\"|Default",
            "DataCenters: local = true|Default", "DataCenter: hosts.status = maintenance|Default", "Storage: free_size > 50|fast slow",
            "Storage: type = data|fast", "Storage: type != data|slow", "Storage: type = localfs|fast slow",
            "Storage: type = * sortby type|fast slow",
            "Storage: disks.alias = data|fast", "Storage: type = localfs and name = s*|slow", "Storage: vms.name = db1|fast",
            "Disks: provisioned_size > 1|data",
            "Disks: number_of_vms = 0|spare", "Disks: vm_names = db*|data", "Disks: alias = data|data",
            "Disks: storage = fast and size=20gb|data",
            "Templates: childcount > 4|Blank", "Templates: vms.name = web1|Blank", "Networks: vlanid = 0|ovirtmgmt",
            "Networks: vmnetwork = true|ovirtmgmt",
            "Networks: vms.name = web1|ovirtmgmt", "VnicProfiles: network = ovirtmgmt|ovirtmgmt", "Users: usrname = carol@internal|carol",
            "Users: group = staff|carol", "Users: vms.name = web2|carol", "Groups: users.name = carol|staff", "Users: carol|carol",
            "Tags: parent = shop|front",
            "Tags: vms.name = web1|front", "Bookmarks: up|running", "Bookmarks: value = Vms*|running"})
    void finds(String text, String names) {
        assertEquals(names, find(text));
    }

    @Test
    void eventsComeNewestFirst() {
        List<? extends Entity> events = search.find(TestWork.ADMIN, Query.of("Events: severity >= warning")).objects();

        assertEquals(List.of("the third", "the second"), events.stream().map(Entity::getDescription).toList());
        assertEquals(1, search.find(TestWork.ADMIN, Query.of("Events: event_vm = web1")).total());
        assertEquals(1, search.find(TestWork.ADMIN, Query.of("Events: id > 2")).total());
        assertEquals(3, search.find(TestWork.ADMIN, new Query("Event", "the", true, 1)).total());
    }

    @Test
    void caseMattersWhereItIsAskedFor() {
        assertEquals("", names(search.find(TestWork.ADMIN, new Query("Vm", "name = WEB*", true, 0))));
        assertEquals("web1 web2", names(search.find(TestWork.ADMIN, new Query("Vm", "name = WEB*", false, 0))));
        assertEquals("", names(search.find(TestWork.ADMIN, new Query("Vm", "WEB", true, 0))));
        assertEquals("db1 web1 web2", names(search.find(TestWork.ADMIN, new Query("Vm", "status = UP", true, 0))), "words have no case");
    }

    @Test
    void pages() {
        assertEquals("db1 db2", names(search.find(TestWork.ADMIN, new Query("Vm", "", true, 2))));
        Found second = search.find(TestWork.ADMIN, new Query("Vm", "page 2", true, 2));
        assertEquals("mail web1", names(second));
        assertEquals(5, second.total());
        assertEquals(2, second.page());
        assertEquals("web2", names(search.find(TestWork.ADMIN, new Query("Vm", "sortby name page 3", true, 2))));
        assertEquals("", names(search.find(TestWork.ADMIN, new Query("Vm", "page 999999", true, 2))));
        assertEquals("db1 db2 mail web1 web2", find("Vms: page 1"), "a hundred without a size");
    }

    @Test
    void whatIsHiddenIsNotFound() {
        Authority most = new Authority() {
            @Override
            public boolean holds(Caller caller, String permit, @Nullable Entity object) {
                return true;
            }

            @Override
            public boolean sees(Caller caller, Entity object) {
                return !"web1".equals(object.getName()) && !"box".equals(object.getName());
            }
        };
        SearchService narrow = new SearchService(inventory, most, new EstateService(inventory, most), Town.CLOCK);

        assertEquals("db1 db2 mail web2", names(narrow.find(TestWork.ADMIN, Query.of("Vms:"))));
        assertEquals("web2", names(narrow.find(TestWork.ADMIN, new Query("Vm", "web", true, 10))));
        assertEquals("", names(narrow.find(TestWork.ADMIN, Query.of("Vms: hosts.name = box"))), "nor by what stands beside it");
        assertEquals("", names(narrow.find(TestWork.ADMIN, Query.of("Hosts: name = box"))));
        assertTrue(narrow.complete(TestWork.ADMIN, Query.of("Vms: name = web"), 15).stream()
                .noneMatch(proposal -> proposal.text().equals("web1")));
        assertTrue(narrow.complete(TestWork.ADMIN, Query.of("Vms: host = "), 12).stream()
                .noneMatch(proposal -> proposal.text().equals("box")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "Vm: stat = up|4|8|is status", "Vms: status > up|12|13|= or != only",
            "Vms: status = upp|14|17|the words are unassigned, down, up",
            "Vms: memory = big|14|17|such as 2gb", "Vms: memory > 2gbx|14|18|such as 2gb", "Vms: creationdate > soon|20|24|today",
            "Vms: creationdate > 2026-02-31|20|30|no date", "Vms: delete_protected = maybe|24|29|neither true nor false",
            "Vms: bookmarks.name = x|5|14|Beside vms", "Vms: hosts.nam = x|11|14|is name", "Things: x|0|6|there are Vms:",
            "x|0|0|begins with what to look for",
            "Vms: sortby tag|12|15|sort by", "Vms: sortby nam|12|15|is name meant", "Vms: cpu_usage > 12mb|17|21|percent",
            "Vms: xyzzy = 1|5|10|there are name"})
    void mistakes(String text, int from, int to, String sentence) {
        Mistake mistake = search.mistake(Query.of(text)).orElseThrow();

        assertTrue(mistake.text().contains(sentence), mistake.text());
        assertEquals(from + "-" + to, mistake.from() + "-" + mistake.to(), mistake.text());
        Refusal refusal = assertThrows(Refusal.class, () -> search.find(TestWork.ADMIN, Query.of(text)));
        assertEquals(Problem.Kind.BAD_INPUT, refusal.kind());
        assertTrue(refusal.getMessage().contains("at character " + (from + 1)), refusal.getMessage());
    }

    @Test
    void aNounThatIsSaidTwiceMustBeTheSame() {
        assertTrue(search.mistake(new Query("Vm", "Vms: name = x", true, 0)).isEmpty());
        assertTrue(search.mistake(new Query("Vm", "Hosts: name = x", true, 0)).orElseThrow().text().contains("vms can"));
    }

    @Test
    void whatCanBeSearched() {
        var vms = search.searchables().getFirst();

        assertEquals("Vms", vms.prefix());
        assertTrue(vms.fields().stream().anyMatch(field -> field.name().equals("status") && field.values().contains("up")));
        assertEquals(16, search.searchables().size());
    }

    @Test
    void anObjectThatChangesIsFoundAsItIsNow() {
        inventory.change(draft -> {
            draft.edit(Vm.class, "v-web1").setName("shop1");
            return null;
        });

        assertEquals("web2", find("Vms: name = web*"));
        assertEquals("shop1", find("Vms: shop1"));
    }
}
