package hostelry.floors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The source tree of a clone. */
final class Source {
    private final Path root;

    Source(Path root) {
        this.root = root;
    }

    /** The clone that the tests run in. */
    static Source here() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("targetplatform/hostelry.target"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("Not inside a clone of Hostelry: " + Path.of("").toAbsolutePath());
        }
        return new Source(folder);
    }

    List<Room> rooms() throws IOException {
        List<Room> rooms = new ArrayList<>();
        for (Path module : modules()) {
            rooms.add(Room.read(module.resolve("META-INF/MANIFEST.MF")));
        }
        return rooms;
    }

    String text(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bundles and agents with a declarative service in their sources. */
    List<String> roomsWithServices() throws IOException {
        List<String> rooms = new ArrayList<>();
        for (Path module : modules()) {
            Room room = Room.read(module.resolve("META-INF/MANIFEST.MF"));
            try (Stream<Path> files = Files.walk(module.resolve("src"))) {
                boolean services = files.filter(file -> file.toString().endsWith(".java"))
                        .anyMatch(file -> text(root.relativize(file).toString()).contains("\n@Component"));
                if (services && room.isShipped()) {
                    rooms.add(room.name());
                }
            }
        }
        return rooms;
    }

    /** Texts of all classes of the engine's bundles, without their tests. */
    List<String> slices() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path module : modules()) {
            String name = module.getFileName().toString();
            if (name.startsWith("hostelry.engine.") && !name.endsWith(".tests")) {
                try (Stream<Path> files = Files.walk(module.resolve("src"))) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .forEach(file -> texts.add(text(root.relativize(file).toString())));
                }
            }
        }
        return texts;
    }

    /** Packages of bundles and agents (not of their tests) that do not say why they exist. */
    List<String> silentPackages() throws IOException {
        List<String> silent = new ArrayList<>();
        for (Path module : modules()) {
            Path source = module.resolve("src");
            if (Files.isDirectory(source) && !module.getFileName().toString().endsWith(".tests")) {
                for (Path folder : packages(source)) {
                    Path info = folder.resolve("package-info.java");
                    if (!Files.exists(info) || !Files.readString(info).contains("/**")) {
                        silent.add(root.relativize(folder) + " has no package-info.java with a sentence that says why the room exists.");
                    }
                }
            }
        }
        return silent;
    }

    private List<Path> modules() throws IOException {
        List<Path> modules = new ArrayList<>();
        for (String group : List.of("bundles", "agent")) {
            Path folder = root.resolve(group);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> children = Files.list(folder)) {
                    children.filter(child -> Files.exists(child.resolve("META-INF/MANIFEST.MF"))).sorted().forEach(modules::add);
                }
            }
        }
        return modules;
    }

    private static Set<Path> packages(Path source) throws IOException {
        Set<Path> packages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(source)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> packages.add(file.getParent()));
        }
        return packages;
    }
}
