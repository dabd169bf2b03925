package hostelry.home;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the product was started with, read once and checked; everything else is configured inside the product.
 *
 * @param port of the REST door
 * @param libvirt the libvirt that the node shall use; empty: it looks for one itself
 * @param sim a simulated estate instead of a real node
 * @param node false: no node in this process
 */
public record Settings(int port, Optional<String> libvirt, Optional<Sim> sim, boolean node) {
    public static final String HOME = "hostelry.home";
    public static final String PORT = "hostelry.port";
    public static final String LIBVIRT = "hostelry.libvirt";
    public static final String SIM = "hostelry.sim";
    public static final String NODE = "hostelry.node";
    /** {@code true}: a short errand in a home that another process may have at the same time. */
    public static final String VISIT = "hostelry.home.visit";
    public static final int DEFAULT_PORT = 8443;

    private static final Pattern SIZES = Pattern.compile("([0-9]{1,5}):([0-9]{1,7})");

    /** How large a simulated estate is to be. */
    public record Sim(int hosts, int vms) {}

    /**
     * Reads and checks all settings.
     *
     * @param property a property by its name, null where it is not set
     */
    public static Settings parse(Function<String, @Nullable String> property) throws SettingUnusable {
        return new Settings(port(text(property, PORT)), libvirt(text(property, LIBVIRT)), sim(text(property, SIM)),
                node(text(property, NODE)));
    }

    private static Optional<String> text(Function<String, @Nullable String> property, String name) {
        return Optional.ofNullable(property.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static int port(Optional<String> text) throws SettingUnusable {
        if (text.isEmpty()) {
            return DEFAULT_PORT;
        }
        if (text.get().matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text.get());
            if (port >= 1 && port <= 65535) {
                return port;
            }
        }
        throw new SettingUnusable("The port '" + text.get() + "' is none.", "Give a number from 1 to 65535 (--port).");
    }

    private static Optional<String> libvirt(Optional<String> text) throws SettingUnusable {
        if (text.isPresent() && !text.get().matches("[a-z][a-z0-9+]*:///?[\\x21-\\x7e]*")) {
            throw new SettingUnusable("'" + text.get() + "' is no libvirt URI.", "Give one such as qemu:///system (--libvirt).");
        }
        return text;
    }

    private static Optional<Sim> sim(Optional<String> text) throws SettingUnusable {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher sizes = SIZES.matcher(text.get());
        if (!sizes.matches() || Integer.parseInt(sizes.group(1)) == 0) {
            throw new SettingUnusable("'" + text.get() + "' does not say how large the simulated estate is to be.",
                    "Give the number of hosts and of virtual machines, such as 3:20 (--sim).");
        }
        return Optional.of(new Sim(Integer.parseInt(sizes.group(1)), Integer.parseInt(sizes.group(2))));
    }

    private static boolean node(Optional<String> text) throws SettingUnusable {
        return switch (text.orElse("on")) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new SettingUnusable("'" + text.get() + "' does not say whether a node shall run here.",
                    "Set " + NODE + " to on or off.");
        };
    }
}
