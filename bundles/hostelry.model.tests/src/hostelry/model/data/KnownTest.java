package hostelry.model.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables of what is the same in every estate. */
class KnownTest {
    @Test
    void nobodyIsThereTwice() {
        assertEquals(OperatingSystems.all().size(), OperatingSystems.all().stream().map(OperatingSystem::id).distinct().count());
        assertEquals(OperatingSystems.all().size(), OperatingSystems.all().stream().map(OperatingSystem::name).distinct().count());
        assertEquals(CpuTypes.all().size(), CpuTypes.all().stream().map(CpuType::name).distinct().count());
        assertEquals(SchedulingPolicy.all().size(), SchedulingPolicy.all().stream().map(SchedulingPolicy::id).distinct().count());
    }

    @Test
    void theyAreFoundByName() {
        assertEquals(5, OperatingSystems.find("Other_Linux").orElseThrow().id());
        assertTrue(OperatingSystems.find("windows_2022").orElseThrow().windows());
        assertEquals("Haswell-noTSX", CpuTypes.find("Intel Haswell Family").orElseThrow().model());
        assertEquals("power_saving", SchedulingPolicy.find("5a2b0939-7d46-4b73-a469-e9c2c7fc6a53").orElseThrow().name());
        assertTrue(ClusterLevel.find("3.6").isEmpty());
    }

    @Test
    void zonesOfWindowsAreZonesOfTheWorld() {
        assertEquals(139, WindowsZones.all().size());
        WindowsZones.all().keySet().forEach(name -> assertTrue(WindowsZones.zone(name).isPresent(), name));
        assertEquals("Europe/Berlin", WindowsZones.zone("w. europe standard time").orElseThrow().getId());
        assertEquals("Etc/GMT", WindowsZones.zone("Etc/GMT").orElseThrow().getId());
        assertTrue(WindowsZones.zone("Mars Standard Time").isEmpty());
    }

    @Test
    void propertiesThatOvirtKnowsHaveAPattern() {
        assertTrue(CustomProperties.against("sap_agent=true").isEmpty());
        assertTrue(CustomProperties.against("sap_agent=").orElseThrow().contains("true|false"));
        assertTrue(CustomProperties.against("mine=").isEmpty());
        assertTrue(CustomProperties.against("no value").isPresent());
        assertEquals("a b=c", CustomProperties.value("team=a b=c"));
    }

    @Test
    void cpusOfOneVendorStandInOrder() {
        List<CpuType> amd = CpuTypes.all().stream().filter(type -> type.vendor().equals("AMD")).toList();
        assertEquals(List.of(1, 2, 3, 4), amd.stream().map(CpuType::level).toList());
        assertTrue(ClusterLevel.find("4.7").orElseThrow().compareTo(ClusterLevel.find("4.6").orElseThrow()) > 0);
    }
}
