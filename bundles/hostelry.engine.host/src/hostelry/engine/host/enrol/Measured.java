package hostelry.engine.host.enrol;

import static hostelry.engine.host.enrol.Applicant.text;

import hostelry.node.api.Hardware;
import hostelry.node.api.Hardware.Abilities;
import hostelry.node.api.Hardware.Board;
import hostelry.node.api.Hardware.Cell;
import hostelry.node.api.Hardware.Cpu;
import hostelry.node.api.Hardware.Device;
import hostelry.node.api.Hardware.Distance;
import hostelry.node.api.Hardware.Drive;
import hostelry.node.api.Hardware.PageSize;
import hostelry.node.api.Hardware.Pages;
import hostelry.node.api.Hardware.Processor;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The hardware of a machine that nobody has let in yet: as far as it has a sane form and length. Pure. */
final class Measured {
    private static final int MOST_CELLS = 256;
    private static final int MOST_CPUS = 4096;
    private static final int MOST_FLAGS = 1024;
    private static final int MOST_DRIVES = 512;
    private static final int MOST_SIZES = 16;
    private static final int MANY = 1_000_000;

    private Measured() {}

    static Hardware hardware(Hardware told) {
        return new Hardware(board(told.board()), processor(told.processor()),
                first(told.cells(), MOST_CELLS).map(Measured::cell).toList(), pages(told.pages()),
                first(told.drives(), MOST_DRIVES).map(Measured::drive).toList(),
                first(told.devices(), Hardware.MOST_DEVICES).map(Measured::device).toList(), abilities(told.abilities()));
    }

    private static <T> Stream<T> first(List<T> told, int most) {
        return told.stream().filter(Objects::nonNull).limit(most);
    }

    private static int number(int told) {
        return Math.max(-1, Math.min(MANY, told));
    }

    private static Board board(Board told) {
        return new Board(text(told.manufacturer()), text(told.product()), text(told.version()), text(told.serial()), text(told.uuid()),
                text(told.family()), text(told.firmware()), text(told.firmwareVersion()), text(told.firmwareDate()), text(told.boot()));
    }

    private static Processor processor(Processor told) {
        return new Processor(text(told.vendor()), text(told.model()), text(told.microcode()),
                first(told.flags(), MOST_FLAGS).map(Applicant::text).toList());
    }

    private static Cell cell(Cell told) {
        return new Cell(number(told.id()), Math.max(0, told.memory()),
                first(told.cpus(), MOST_CPUS).map(cpu -> new Cpu(number(cpu.id()), number(cpu.socket()), number(cpu.core()))).toList(),
                first(told.distances(), MOST_CELLS).map(one -> new Distance(number(one.cell()), number(one.value()))).toList());
    }

    private static Pages pages(Pages told) {
        return new Pages(first(told.huge(), MOST_SIZES)
                .map(one -> new PageSize(Math.max(0, one.size()), Math.max(0, one.total()), Math.max(0, one.free()))).toList(),
                text(told.transparent()), text(told.merging()));
    }

    private static Drive drive(Drive told) {
        return new Drive(text(told.name()), text(told.bus()), text(told.vendor()), text(told.model()), text(told.serial()),
                Math.max(0, told.size()), text(told.kind()), told.removable());
    }

    private static Device device(Device told) {
        return new Device(text(told.name()), text(told.capability()), text(told.parent()), text(told.address()), text(told.driver()),
                text(told.vendorId()), text(told.vendor()), text(told.productId()), text(told.product()), text(told.type()),
                number(told.iommuGroup()), number(told.numaNode()), number(told.functions()), number(told.functionsNow()),
                text(told.physical()));
    }

    private static Abilities abilities(Abilities told) {
        return new Abilities(text(told.virtualization()), told.kvm(), text(told.nested()), text(told.iommu()), number(told.iommuGroups()),
                text(told.encryption()), text(told.tpm()), text(told.selinux()));
    }
}
