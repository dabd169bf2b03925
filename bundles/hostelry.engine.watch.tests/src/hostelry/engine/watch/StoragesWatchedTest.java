package hostelry.engine.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import hostelry.node.api.Report;
import hostelry.node.api.Report.HostLoad;
import hostelry.node.api.Report.StorageFacts;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoragesWatchedTest extends WatchBench {
    @BeforeEach
    void aHostWithADomain() {
        estate.host("h1", "box", host -> {});
        estate.domain("sd1", "local-data", StorageDomainType.DATA, "h1", domain -> domain.setAvailable(0));
        start();
        full();
    }

    private void storage(long total, long free, String trouble) {
        watch.reported("h1", new Report(2, 0, false, null, null, List.of(), List.of(), List.of(), List.of(),
                List.of(new StorageFacts("sd1", total, free, trouble))));
    }

    private StorageDomain domain() {
        return inventory.find(StorageDomain.class, "sd1").orElseThrow();
    }

    @Test
    void space() {
        storage(1000, 400, "");

        assertEquals(400, domain().getAvailable());
        assertEquals(600, domain().getUsed());
        assertEquals(List.of(), work.said());
    }

    @Test
    void spaceThatWasToldWhileTheDomainWasBeingAdded() {
        watch.reported("h1", new Report(2, 0, false, null, null, List.of(), List.of(), List.of(), List.of(),
                List.of(new StorageFacts("sd2", 1000, 300, ""))));
        estate.domain("sd2", "new", StorageDomainType.ISO, "h1", domain -> domain.setAvailable(0));
        watch.reported("h1", new Report(3, 0, false, null, new HostLoad(12.5, 1L << 30, 0.5, 10, 20), List.of(), List.of(), List.of(),
                List.of(), List.of()));

        StorageDomain added = inventory.find(StorageDomain.class, "sd2").orElseThrow();
        assertEquals(300, added.getAvailable());
        assertEquals(700, added.getUsed());
    }

    @Test
    void lowSpaceIsSaidOnce() {
        storage(1000L << 20, 400L << 20, "");
        storage(1000L << 20, 90L << 20, "");
        storage(1000L << 20, 80L << 20, "");

        assertEquals(List
                .of("Storage domain local-data is nearly full: 90 MiB are left. Remove disks that nobody needs, or make it larger."),
                work.said());
    }

    @Test
    void troubleAndBack() {
        storage(0, 0, "The folder is read-only.");
        assertEquals(StorageDomainStatus.INACTIVE, domain().getStatus());
        assertEquals("The folder is read-only.", domain().getStatusDetail());
        storage(0, 0, "The folder is read-only.");
        storage(1000, 400, "");

        assertEquals(StorageDomainStatus.ACTIVE, domain().getStatus());
        assertEquals(List.of("Storage domain local-data does not work on host box: The folder is read-only.",
                "Storage domain local-data works again."), work.said());
    }

    @Test
    void oneInMaintenanceStaysThere() {
        inventory.change(draft -> {
            draft.edit(StorageDomain.class, "sd1").setStatus(StorageDomainStatus.MAINTENANCE);
            return null;
        });
        storage(1000, 400, "");

        assertEquals(StorageDomainStatus.MAINTENANCE, domain().getStatus());
    }
}
