package hostelry.node.libvirt.facts;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the kernel's files; pure, from their text. */
final class ProcFiles {
    private static final long SECTOR = 512;

    private ProcFiles() {}

    /** What /proc/cpuinfo says; sockets, cores of a socket, threads of a core. */
    record Cpus(String model, int mhz, int sockets, int cores, int threads) {}

    static Cpus cpus(String cpuinfo) {
        String model = "";
        double mhz = 0;
        int logical = 0;
        Set<String> sockets = new HashSet<>();
        Set<String> cores = new HashSet<>();
        String socket = "0";
        for (String line : cpuinfo.split("\n")) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).strip()) {
                case "processor" -> {
                    logical++;
                    socket = "0";
                }
                case "model name" -> model = value;
                case "cpu MHz" -> mhz = Math.max(mhz, value.matches("[0-9.]+") ? Double.parseDouble(value) : 0);
                case "physical id" -> {
                    socket = value;
                    sockets.add(value);
                }
                case "core id" -> cores.add(socket + "/" + value);
                default -> {
                    // of no interest
                }
            }
        }
        int packages = Math.max(1, sockets.size());
        int allCores = cores.isEmpty() ? Math.max(1, logical) : cores.size();
        return new Cpus(model, (int) Math.round(mhz), packages, Math.max(1, allCores / packages), Math.max(1, logical / allCores));
    }

    /** Bytes by name in /proc/meminfo. */
    static long memory(String meminfo, String name) {
        for (String line : meminfo.split("\n")) {
            if (line.startsWith(name + ":")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
            }
        }
        return 0;
    }

    /** Ticks that the CPUs were busy, and all ticks. */
    record Ticks(long busy, long all) {}

    static Ticks ticks(String stat) {
        String[] field = stat.lines().findFirst().orElse("").split(" +");
        long all = 0;
        for (int i = 1; i < field.length && i <= 8; i++) { // user nice system idle iowait irq softirq steal; what follows is in user already
            all += Long.parseLong(field[i]);
        }
        long idle = field.length > 5 ? Long.parseLong(field[4]) + Long.parseLong(field[5]) : 0;
        return new Ticks(all - idle, all);
    }

    /** When the host was started, milliseconds since 1970. */
    static long bootTime(String stat) {
        return stat.lines().filter(line -> line.startsWith("btime ")).findFirst()
                .map(line -> Long.parseLong(line.substring(6).strip()) * 1000).orElse(0L);
    }

    /** Bytes that came in and went out by the host's own cards: what goes between guests and bridges was or will be counted there. */
    static Traffic.Count traffic(String dev) {
        long received = 0;
        long sent = 0;
        for (String line : dev.split("\n")) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String name = line.substring(0, colon).strip();
            if (!name.matches("lo|(vnet|tap|virbr|veth|docker|br-|macvtap|ovs).*")) {
                String[] field = line.substring(colon + 1).strip().split(" +");
                received += Long.parseLong(field[0]);
                sent += Long.parseLong(field[8]);
            }
        }
        return new Traffic.Count(received, sent);
    }

    /** Bytes that were read from and written to whole disks, by /proc/diskstats: a sector is 512 bytes there whatever the disk has. */
    static Traffic.Count disks(String diskstats) {
        long read = 0;
        long written = 0;
        for (String line : diskstats.split("\n")) {
            String[] field = line.strip().split(" +");
            if (field.length > 9 && field[2].matches("(sd|vd|xvd|hd)[a-z]+|nvme[0-9]+n[0-9]+|mmcblk[0-9]+")) {
                read += Long.parseLong(field[5]) * SECTOR;
                written += Long.parseLong(field[9]) * SECTOR;
            }
        }
        return new Traffic.Count(read, written);
    }

    /** Name and version of /etc/os-release. */
    static Map<String, String> osRelease(String text) {
        Map<String, String> values = new TreeMap<>();
        for (String line : text.split("\n")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip().replaceAll("^[\"']|[\"']$", ""));
            }
        }
        return values;
    }

    /** Field 22 of /proc/PID/stat: ticks of 10 ms from the host's start to the process's. The name before may hold blanks and brackets. */
    static long startTicks(String stat) {
        String[] field = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(field[19]);
    }

}
