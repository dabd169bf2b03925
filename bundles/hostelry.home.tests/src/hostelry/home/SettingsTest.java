package hostelry.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void hasDefaults() throws SettingUnusable {
        assertEquals(new Settings(8443, Optional.empty(), Optional.empty(), true), Settings.parse(name -> null));
        assertEquals(8443, Settings.parse(name -> " ").port());
    }

    @Test
    void readsAll() throws SettingUnusable {
        Settings settings = Settings
                .parse(Map.of(Settings.PORT, "9000", Settings.LIBVIRT, "qemu:///session", Settings.SIM, "3:20", Settings.NODE, "off")::get);
        assertEquals(9000, settings.port());
        assertEquals("qemu:///session", settings.libvirt().orElseThrow());
        assertEquals(new Settings.Sim(3, 20), settings.sim().orElseThrow());
        assertFalse(settings.node());
    }

    @Test
    void refusesWhatMakesNoSense() {
        for (String port : new String[]{"0", "65536", "-1", "eighty", "99999999999"}) {
            SettingUnusable refused = assertThrows(SettingUnusable.class, () -> Settings.parse(Map.of(Settings.PORT, port)::get));
            assertTrue(refused.text().contains(port) && refused.exitCode() == 64, refused.text());
        }
        assertThrows(SettingUnusable.class, () -> Settings.parse(Map.of(Settings.SIM, "0:5")::get));
        assertThrows(SettingUnusable.class, () -> Settings.parse(Map.of(Settings.SIM, "many")::get));
        assertThrows(SettingUnusable.class, () -> Settings.parse(Map.of(Settings.LIBVIRT, "/run/libvirt")::get));
        assertThrows(SettingUnusable.class, () -> Settings.parse(Map.of(Settings.NODE, "maybe")::get));
    }
}
