package hostelry.node.libvirt.hardware;

import hostelry.node.api.Hardware.Abilities;
import hostelry.node.api.Hardware.Board;
import hostelry.node.api.Hardware.PageSize;
import hostelry.node.api.Hardware.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the kernel says below a folder that is {@code /sys} on a real host. What cannot be read stays unknown. */
final class SysFiles {
    private static final Pattern HUGE = Pattern.compile("hugepages-([0-9]{1,12})kB");
    private static final Pattern CHOSEN = Pattern.compile("\\[([a-z]+)]");

    private final Path sys;

    SysFiles(Path sys) {
        this.sys = sys;
    }

    /** Numbers that tell one machine from another are told to root alone. libvirt's own UUID may be one that it made up. */
    Board board() {
        return new Board(dmi("sys_vendor"), dmi("product_name"), dmi("product_version"), dmi("product_serial"), dmi("product_uuid"),
                dmi("product_family"), dmi("bios_vendor"), dmi("bios_version"), dmi("bios_date"),
                there("firmware/efi") ? "uefi" : there("class/dmi/id") ? "bios" : "");
    }

    /** Makers of boards leave words there that say nothing. */
    private String dmi(String name) {
        String text = text("class/dmi/id/" + name);
        return text.matches("(?i)|to be filled by o\\.?e\\.?m\\.?|default string|not specified|none|system serial number|0{4,}")
                ? ""
                : text;
    }

    Pages pages() {
        List<PageSize> huge = names("kernel/mm/hugepages").stream().map(HUGE::matcher).filter(Matcher::matches)
                .map(size -> new PageSize(Long.parseLong(size.group(1)) << 10,
                        number("kernel/mm/hugepages/" + size.group() + "/nr_hugepages"),
                        number("kernel/mm/hugepages/" + size.group() + "/free_hugepages")))
                .sorted(Comparator.comparingLong(PageSize::size)).toList();
        Matcher transparent = CHOSEN.matcher(text("kernel/mm/transparent_hugepage/enabled"));
        String merging = switch (text("kernel/mm/ksm/run")) {
            case "1" -> "yes";
            case "" -> "";
            default -> "no";
        };
        return new Pages(huge, transparent.find() ? transparent.group(1) : "", merging);
    }

    /**
     * @param flags of the CPU
     * @param kvm whether KVM's device is there
     * @param libvirt its verdict on the IOMMU
     */
    Abilities abilities(List<String> flags, boolean kvm, String libvirt) {
        int groups = names("kernel/iommu_groups").size();
        return new Abilities(flags.contains("vmx") ? "vmx" : flags.contains("svm") ? "svm" : "", kvm, nested(),
                groups > 0 ? "yes" : libvirt,
                groups, encryption(), text("class/tpm/tpm0/tpm_version_major"), selinux());
    }

    private String nested() {
        String intel = text("module/kvm_intel/parameters/nested");
        return yes(intel.isEmpty() ? text("module/kvm_amd/parameters/nested") : intel);
    }

    private String encryption() {
        for (String way : List.of("sev_snp", "sev_es", "sev")) {
            if (yes(text("module/kvm_amd/parameters/" + way)).equals("yes")) {
                return way.replace('_', '-');
            }
        }
        return yes(text("module/kvm_intel/parameters/tdx")).equals("yes") ? "tdx" : "";
    }

    /** The kernel writes it in two manners. */
    private static String yes(String text) {
        return switch (text) {
            case "Y", "1" -> "yes";
            case "N", "0" -> "no";
            default -> "";
        };
    }

    private String selinux() {
        return switch (text("fs/selinux/enforce")) {
            case "1" -> "enforcing";
            case "0" -> "permissive";
            default -> "";
        };
    }

    String text(String file) {
        try {
            return Files.readString(sys.resolve(file)).strip();
        } catch (IOException e) {
            return ""; // not every kernel has every file, and not everybody may read each
        }
    }

    long number(String file) {
        return Elements.number(text(file), 0);
    }

    boolean there(String file) {
        return Files.exists(sys.resolve(file));
    }

    /** What stands in a folder, by name; nothing where there is none. */
    List<String> names(String folder) {
        try (Stream<Path> all = Files.list(sys.resolve(folder))) {
            return all.map(one -> one.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
