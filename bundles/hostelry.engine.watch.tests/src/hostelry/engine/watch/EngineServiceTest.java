package hostelry.engine.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.testkit.Estates;
import hostelry.testkit.MemoryInventory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class EngineServiceTest {
    @Test
    void readyWhenAHostHasBeenHeardOfAndNotWhenOneWasUpLastTime() throws Exception {
        try (MemoryInventory inventory = new MemoryInventory()) {
            new Estates(inventory).host("h1", "box", host -> {});
            EngineService engine = new EngineService(new Version("0.1.0.x"), inventory);
            assertEquals("0.1.0", engine.version());
            Thread.sleep(50);
            assertFalse(engine.ready().isDone());

            inventory.change(draft -> {
                draft.edit(Host.class, "h1").setStatus(HostStatus.CONNECTING);
                return null;
            });
            inventory.change(draft -> {
                draft.edit(Host.class, "h1").setStatus(HostStatus.UP);
                return null;
            });
            engine.ready().get(5, TimeUnit.SECONDS);
            engine.close();
        }
    }
}
