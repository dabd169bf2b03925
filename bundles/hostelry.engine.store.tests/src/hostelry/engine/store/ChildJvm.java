package hostelry.engine.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.FrameworkUtil;

/**
 * Starts a program of these tests in a Java of its own, also from within a framework, where there is no class path to hand on. The program's standard input
 * ends with this Java, however that ends.
 */
final class ChildJvm {
    private ChildJvm() {}

    static Process start(Class<?> program, ProcessBuilder.Redirect errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xmx256m",
                        "-cp", classPath(), program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(errors).start();
    }

    private static String classPath() {
        String own = System.getProperty("java.class.path", "");
        if (own.contains("persistence")) {
            return own;
        }
        // all bundles of the framework, and itself; a bundle may be a folder with classes or jars in it
        List<String> path = new ArrayList<>();
        path.add(FrameworkUtil.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        for (String bundle : FrameworkUtil.getBundle(ChildJvm.class).getBundleContext().getProperty("osgi.bundles").split(",")) {
            String place = bundle.replaceFirst("^(reference:)?file:", "").replaceFirst("@[^/]*$", "");
            path.add(place);
            path.add(place + "/target/classes");
            path.add(place + "/lib/*");
        }
        return String.join(File.pathSeparator, path);
    }
}
