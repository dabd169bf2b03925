package hostelry.node.hooks;

import hostelry.node.api.hook.HookPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks into {@code ROOT/<point>/} for scripts, in the order of their names. What others than root and the node's own user could have changed is found, shown, and not
 * run: a hook has all the rights that the node has.
 */
final class ScriptFolder {
    private static final int MOST = 200;

    private final Path root;
    private final Set<String> trusted;

    /** @param trusted names of the users who may own scripts */
    ScriptFolder(Path root, Collection<String> trusted) {
        this.root = root;
        this.trusted = Set.copyOf(trusted);
    }

    Path root() {
        return root;
    }

    /** Those of a point; none where there is no folder. Files that are hidden or no programs are no scripts, like editors' backups. */
    List<Script> of(HookPoint point) {
        Path folder = root.resolve(point.folder());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String place = trouble(root);
        if (place.isEmpty()) {
            place = trouble(folder);
        }
        List<Script> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(ScriptFolder::program).sorted(Comparator.comparing(Path::getFileName)).limit(MOST).toList()) {
                scripts.add(new Script(file, file.getFileName().toString(), place.isEmpty() ? trouble(file) : place));
            }
        } catch (IOException e) {
            scripts.add(new Script(folder, point.folder(), "The folder " + folder + " can't be read: " + e.getMessage() + "."));
        }
        return scripts;
    }

    private static boolean program(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.endsWith("~") && Files.isRegularFile(file) && Files.isExecutable(file);
    }

    /** The owner and the rights of a file or folder; a link is judged by what it leads to. */
    private String trouble(Path path) {
        try {
            PosixFileAttributes attributes = Files.readAttributes(path.toRealPath(), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!trusted.contains(attributes.owner().getName())) {
                return path + " belongs to " + attributes.owner().getName() + ". Give it to root: chown root.";
            }
            Set<PosixFilePermission> rights = attributes.permissions();
            if (rights.contains(PosixFilePermission.GROUP_WRITE) || rights.contains(PosixFilePermission.OTHERS_WRITE)) {
                return "Others can write to " + path + ". Take that right away: chmod go-w.";
            }
            return "";
        } catch (IOException e) {
            return path + " can't be read: " + e.getMessage() + ".";
        }
    }
}
