package hostelry.engine.web;

import hostelry.api.HostHardware;
import hostelry.api.HostHardware.Device;
import hostelry.model.Host;
import hostelry.wire.Out;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The devices of a host in oVirt's words. An id is the name in hexadecimal digits, as oVirt has it. */
record HostDevices(String host, String id, HostHardware hardware) {
    static HostDevices of(Call call, Host host) {
        return new HostDevices(call.paths().href(host), host.getId(), call.services().hosts().hardware(call.caller(), host.getId()));
    }

    static String id(String name) {
        return HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
    }

    Optional<Device> find(String device) {
        return hardware.devices().stream().filter(one -> id(one.name()).equals(device)).findFirst();
    }

    void writeAll(Out out) throws IOException {
        out.start("host_devices");
        out.startList("host_device");
        for (Device device : hardware.devices()) {
            write(out, device);
        }
        out.endList();
        out.end();
    }

    void write(Out out, Device device) throws IOException {
        out.start("host_device");
        named(out, device.name());
        out.text("name", device.name());
        out.text("capability", device.capability());
        out.text("driver", orNull(device.driver()));
        if (device.iommuGroup() >= 0) {
            out.text("iommu_group", device.iommuGroup());
        }
        part(out, "product", device.productId(), device.product());
        part(out, "vendor", device.vendorId(), device.vendor());
        if (device.functions() > 0) {
            out.text("virtual_functions", device.functions());
        }
        other(out, "parent_device", device.parent());
        other(out, "physical_function", device.physical());
        out.start("host");
        out.attribute("href", host);
        out.attribute("id", id);
        out.end();
        out.end();
    }

    private void named(Out out, String name) throws IOException {
        out.attribute("href", host + "/devices/" + id(name));
        out.attribute("id", id(name));
    }

    private void other(Out out, String element, String name) throws IOException {
        if (!name.isEmpty()) {
            out.start(element);
            named(out, name);
            out.text("name", name);
            out.end();
        }
    }

    private static void part(Out out, String element, String number, String name) throws IOException {
        if (!number.isEmpty() || !name.isEmpty()) {
            out.start(element);
            out.attribute("id", number.isEmpty() ? null : "0x" + number);
            out.text("name", orNull(name));
            out.end();
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
