package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hostelry.cxf.Json;
import hostelry.node.api.Report;
import hostelry.node.api.Report.DomainState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Engine and nodes are not brought to a new version in the same moment. */
class OlderNodeTest {
    private static DomainState read(String state) throws Exception {
        String json = "{\"number\":1,\"time\":2,\"full\":true,\"domains\":[" + state
                + "],\"gone\":[],\"loads\":[],\"guests\":[],\"storages\":[]}";
        return new Json().mapper().readValue(json, Report.class).domains().get(0);
    }

    @Test
    void whatItDoesNotSayIsUnknown() throws Exception {
        assertEquals(new DomainState("v1", "web1", "running", "booted", 5, List.of("spice"), 0, 0),
                read("{\"id\":\"v1\",\"name\":\"web1\",\"state\":\"running\",\"reason\":\"booted\",\"startTime\":5,\"graphics\":[\"spice\"]}"));
    }

    @Test
    void whatOnlyANewerOneSaysIsSkipped() throws Exception {
        DomainState told = new DomainState("v1", "web1", "off", "", 0, List.of(), 1L << 30, 2);
        String json = new Json().mapper().writeValueAsString(told);
        assertEquals(told, read(json.substring(0, json.length() - 1) + ",\"mood\":\"fine\"}"));
    }
}
