package hostelry.engine.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.spi.PermitCatalogue;
import hostelry.engine.spi.PredefinedRole;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Bookmark;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Entity;
import hostelry.model.HostelryFactory;
import hostelry.model.ImageTransfer;
import hostelry.model.Tag;
import hostelry.model.Template;
import hostelry.model.Vm;
import hostelry.testkit.PermissionMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each verb × predefined role × place in the tree, against the agreed table. */
class PermissionMatrixTest {
    private static final String PLACES = "SDCVO";
    private final Town town = new Town();
    private final PermissionMatrix matrix = PermissionMatrix.read();

    private static PredefinedRole role(String name) {
        return Arrays.stream(PredefinedRole.values()).filter(role -> role.label().equals(name)).findFirst().orElseThrow();
    }

    private void give(String user, PredefinedRole role, char place) {
        town.user(user);
        switch (place) {
            case 'S' -> town.give(user, role, null, null);
            case 'D' -> town.give(user, role, DataCenter.class, WellKnown.DATA_CENTER);
            case 'C' -> town.give(user, role, Cluster.class, WellKnown.CLUSTER);
            case 'V' -> town.give(user, role, Vm.class, "v1");
            default -> town.give(user, role, Vm.class, "v2");
        }
    }

    private Map<String, Entity> objects() {
        Tag tag = HostelryFactory.eINSTANCE.createTag();
        tag.setId("t1");
        Bookmark bookmark = HostelryFactory.eINSTANCE.createBookmark();
        bookmark.setId("b1");
        ImageTransfer transfer = HostelryFactory.eINSTANCE.createImageTransfer();
        transfer.setId("i1");
        transfer.setDisk("d1");
        Template template = HostelryFactory.eINSTANCE.createTemplate();
        template.setId("m1");
        template.setCluster(WellKnown.CLUSTER);
        Map<String, Entity> objects = new LinkedHashMap<>(
                Map.of("Template", template, "Tag", tag, "Bookmark", bookmark, "ImageTransfer", transfer));
        Map.of("Vm", "v1", "Host", "h1", "Cluster", WellKnown.CLUSTER, "DataCenter", WellKnown.DATA_CENTER, "StorageDomain", "s1", "Disk",
                "d1",
                "Network", WellKnown.NETWORK, "VnicProfile", WellKnown.VNIC_PROFILE)
                .forEach((noun, id) -> objects.put(noun, find(noun, id)));
        Map.of("User", Town.CAROL, "Group", WellKnown.EVERYONE, "Role", PredefinedRole.USER.id(), "MacPool", WellKnown.MAC_POOL)
                .forEach((noun, id) -> objects.put(noun, find(noun, id)));
        return objects;
    }

    private Entity find(String noun, String id) {
        return Nouns.find(town.inventory, noun, id).orElseThrow();
    }

    @Test
    void eachVerbIsAllowedWhereTheTableSays() {
        Map<String, Entity> objects = objects();
        for (String role : matrix.roles()) {
            for (char place : PLACES.toCharArray()) {
                give(role + place, role(role), place);
            }
        }
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (PermissionMatrix.Row row : matrix.rows()) {
            assertTrue(row.on().equals("System") || objects.containsKey(row.on()), row.on());
            List<String> cells = new ArrayList<>();
            for (String role : matrix.roles()) {
                StringBuilder cell = new StringBuilder();
                for (char place : PLACES.toCharArray()) {
                    cell.append(town.authority.holds(Town.caller(role + place), row.permit(), objects.get(row.on())) ? place : '.');
                }
                cells.add(cell.toString());
            }
            expected.add(line(row, row.allowed()));
            actual.add(line(row, cells));
        }
        assertEquals(String.join("\n", expected), String.join("\n", actual));
    }

    private static String line(PermissionMatrix.Row row, List<String> cells) {
        return String.format("%-24s %-32s %-14s%s", row.verb(), row.permit(), row.on(), String.join(" ", cells));
    }

    @Test
    void everyPermitOfTheTableAndOfTheRolesIsInTheCatalogueOnce() {
        matrix.rows().forEach(row -> assertTrue(PermitCatalogue.named(row.permit()).isPresent(), row.verb()));
        for (PredefinedRole role : PredefinedRole.values()) {
            assertTrue(PermitCatalogue.all().map(permit -> permit.name()).toList().containsAll(role.permits()), role.label());
        }
        List<Integer> ids = PermitCatalogue.all().map(permit -> permit.id()).toList();
        assertEquals(ids.size(), ids.stream().distinct().count(), "numbers are there once");
        assertEquals(12, matrix.roles().size(), "the slide has twelve");
        assertEquals(PermitCatalogue.all().count(), PredefinedRole.SUPER_USER.permits().size());
    }
}
