package hostelry.node.libvirt.hardware;

import static hostelry.node.libvirt.hardware.Elements.at;
import static hostelry.node.libvirt.hardware.Elements.attribute;
import static hostelry.node.libvirt.hardware.Elements.children;
import static hostelry.node.libvirt.hardware.Elements.text;
import static hostelry.node.libvirt.hardware.Elements.whole;

import hostelry.node.api.Hardware.Cell;
import hostelry.node.api.Hardware.Cpu;
import hostelry.node.api.Hardware.Distance;
import hostelry.xml.Xml;
import hostelry.xml.XmlProblem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * libvirt's document of its capabilities, as far as it is about the host. Pure.
 *
 * @param vendor and {@code model} of the CPU in libvirt's words
 * @param iommu {@code yes}, {@code no} or empty: libvirt's verdict is about what the kernel does, not about the board
 */
record CapabilitiesXml(String vendor, String model, String microcode, String iommu, List<Cell> cells) {
    static final CapabilitiesXml NOTHING = new CapabilitiesXml("", "", "", "", List.of());

    static CapabilitiesXml read(String xml) throws XmlProblem {
        Optional<Element> found = at(Xml.document(xml).getDocumentElement(), "host");
        if (found.isEmpty()) {
            return NOTHING;
        }
        Element host = found.get();
        return new CapabilitiesXml(text(host, "cpu", "vendor"), text(host, "cpu", "model"),
                attribute(host, "version", "cpu", "microcode"), attribute(host, "support", "iommu"),
                at(host, "topology", "cells").stream().flatMap(cells -> children(cells, "cell")).map(CapabilitiesXml::cell)
                        .sorted(Comparator.comparingInt(Cell::id)).toList());
    }

    private static Cell cell(Element cell) {
        return new Cell(whole(cell.getAttribute("id"), 0), memory(cell),
                at(cell, "cpus").stream().flatMap(cpus -> children(cpus, "cpu")).map(CapabilitiesXml::cpu)
                        .sorted(Comparator.comparingInt(Cpu::id)).toList(),
                at(cell, "distances").stream().flatMap(all -> children(all, "sibling"))
                        .map(one -> new Distance(whole(one.getAttribute("id"), 0), whole(one.getAttribute("value"), 0))).toList());
    }

    /** A CPU that is switched off has neither socket nor core. */
    private static Cpu cpu(Element cpu) {
        return new Cpu(whole(cpu.getAttribute("id"), 0), whole(cpu.getAttribute("socket_id"), -1),
                whole(cpu.getAttribute("core_id"), -1));
    }

    /** libvirt says KiB, and would say so if it ever said something else. */
    private static long memory(Element cell) {
        long amount = Elements.number(text(cell, "memory"), 0);
        return switch (attribute(cell, "unit", "memory")) {
            case "b", "bytes" -> amount;
            case "MiB" -> amount << 20;
            case "GiB" -> amount << 30;
            default -> amount << 10;
        };
    }
}
