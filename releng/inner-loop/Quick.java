import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The inner loop: compiles all bundles, agents and tests with one run of Eclipse's compiler, and runs tests that need no OSGi framework. Of
 * manifests it knows only their imports; the Maven build knows all. Started by {@code releng/quick}.
 */
public final class Quick {
    private static final String USAGE = """
            usage: quick [--test PATTERN [-DNAME=VALUE]...] [--clean] [FOLDER]

              FOLDER          root of a clone (default: the current folder)
              --test PATTERN  then run the plain JUnit tests whose class name matches the regular expression
              -DNAME=VALUE    a property for the tests, such as -Dhostelry.test.jdbc=URL (releng/postgres prints one)
              --run CLASS ARG...  last of all: then run this program, of a bundle or a test
              --clean         forget what was compiled before
              --missing       only tell which jars are not in the local Maven repository; releng/quick fetches them

            Classes go to FOLDER/.fast/. Exit status: 0 good, 1 errors or failed tests, 64 wrong usage, 69 jars are missing.""";

    private final Path root;
    private final Path fast;
    /** Folder of this tool, with jars.txt. */
    private final Path home;
    private final Path repository = Path.of(System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
    private final Map<String, List<Path>> jars = new HashMap<>();

    private Quick(Path root, Path home) {
        this.root = root;
        this.home = home;
        this.fast = root.resolve(".fast");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        String pattern = null;
        List<String> properties = new ArrayList<>();
        List<String> program = new ArrayList<>();
        boolean clean = false;
        boolean onlyMissing = false;
        Path root = Path.of("");
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--help", "-h" -> exit(0, USAGE);
                case "--clean" -> clean = true;
                case "--missing" -> onlyMissing = true;
                case "--run" -> {
                    program.addAll(List.of(args).subList(i + 1, args.length));
                    i = args.length;
                    if (program.isEmpty()) {
                        exit(64, USAGE);
                    }
                }
                case "--test" -> {
                    if (++i == args.length) {
                        exit(64, USAGE);
                    }
                    pattern = args[i];
                }
                default -> {
                    if (args[i].startsWith("-D") && args[i].length() > 2) {
                        properties.add(args[i]);
                        continue;
                    }
                    if (args[i].startsWith("-")) {
                        exit(64, USAGE);
                    }
                    root = Path.of(args[i]);
                }
            }
        }
        Quick quick = new Quick(root.toAbsolutePath().normalize(), Path.of(System.getProperty("quick.home")));
        if (onlyMissing) {
            quick.readJars().forEach(System.out::println);
            return;
        }
        if (clean) {
            delete(quick.fast);
        }
        System.exit(quick.run(pattern, properties, program) ? 0 : 1);
    }

    private static void exit(int status, String text) {
        (status == 0 ? System.out : System.err).println(text);
        System.exit(status);
    }

    private boolean run(String pattern, List<String> properties, List<String> program) throws IOException, InterruptedException {
        long start = System.nanoTime();
        if (!Files.isDirectory(root.resolve("bundles")) && !Files.isDirectory(root.resolve("agent"))) {
            exit(64, root + " has no bundles/ or agent/: name the root of a clone.");
        }
        Set<String> missing = readJars();
        if (!missing.isEmpty()) {
            exit(69, "quick: not in " + repository + ":\n  " + String.join("\n  ", missing));
        }
        generateModel();
        List<Path> modules = modules();
        List<Path> main = modules.stream().filter(module -> !isTest(module)).toList();
        List<Path> tests = modules.stream().filter(this::isTest).toList();
        Path classes = fast.resolve("classes");
        Path testClasses = fast.resolve("test-classes");
        List<Path> path = new ArrayList<>(jars.get("compile"));
        path.addAll(jars.get("test"));
        boolean compiledNow = compile(main, classes, path);
        path.addFirst(classes);
        compile(tests, testClasses, path, compiledNow);
        List<String> gaps = manifestGaps(modules);
        gaps.forEach(System.err::println);
        System.out.printf("quick: %d modules compiled in %.1f s%n", modules.size(), (System.nanoTime() - start) / 1e9);
        path.addFirst(testClasses);
        boolean good = pattern == null || test(pattern, properties, testClasses, path);
        if (good && !program.isEmpty()) {
            good = java(properties, path, program);
        }
        return good && gaps.isEmpty();
    }

    // -- class path

    /** @return those that are not there */
    private Set<String> readJars() throws IOException {
        Set<String> missing = new LinkedHashSet<>();
        String section = "";
        for (String line : Files.readAllLines(home.resolve("jars.txt"))) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                add(section, line.strip(), missing);
            }
        }
        Pattern dependency = Pattern.compile("<groupId>(.*?)</groupId>\\s*<artifactId>(.*?)</artifactId>\\s*<version>(.*?)</version>");
        Path target = root.resolve("targetplatform/hostelry.target");
        for (MatchResult match : dependency.matcher(Files.readString(target)).results().toList()) {
            // the console launcher has its own JUnit inside; the wraps stand in jars.txt jar by jar
            boolean elsewhere = match.group(1).startsWith("org.junit") || match.group(1).startsWith("hostelry");
            boolean foreign = match.group(2).startsWith("org.eclipse.swt.") && !match.group(2).contains(nativeSwt())
                    && !match.group(2).endsWith(".svg");
            if (!elsewhere && !foreign) {
                add("compile", match.group(1) + ":" + match.group(2) + ":" + match.group(3), missing);
            }
        }
        return missing;
    }

    private void add(String section, String coordinates, Set<String> missing) {
        String[] part = coordinates.split(":");
        Path jar = repository.resolve(part[0].replace('.', '/')).resolve(part[1]).resolve(part[2])
                .resolve(part[1] + "-" + part[2] + ".jar");
        if (!Files.exists(jar)) {
            missing.add(coordinates);
        }
        jars.computeIfAbsent(section, key -> new ArrayList<>()).add(jar);
    }

    private static String nativeSwt() {
        String os = System.getProperty("os.name").toLowerCase();
        return os.contains("win") ? "win32" : os.contains("mac") ? "cocoa" : "gtk";
    }

    private static String join(List<Path> path) {
        return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    // -- model

    private void generateModel() throws IOException, InterruptedException {
        Path ecore = root.resolve("bundles/hostelry.model/model/hostelry.ecore");
        Path generator = root.resolve("releng/emfgen/src/main/java/hostelry/emfgen/Gen.java");
        if (!Files.exists(ecore) || !Files.exists(generator)) {
            return;
        }
        String state = describe(List.of(ecore, generator));
        Path stamp = fast.resolve("model.stamp");
        Path output = root.resolve("bundles/hostelry.model/src-gen");
        if (Files.exists(output) && Files.exists(stamp) && Files.readString(stamp).equals(state)) {
            return;
        }
        Files.deleteIfExists(stamp);
        int status = new ProcessBuilder(java(), "-cp", join(jars.get("emfgen")), generator.toString(), ecore.toString(), output.toString(),
                "hostelry")
                .inheritIO().start().waitFor();
        if (status != 0) {
            exit(1, "quick: the model could not be generated from " + root.relativize(ecore));
        }
        write(stamp, state);
    }

    // -- compiling

    private List<Path> modules() throws IOException {
        List<Path> modules = new ArrayList<>();
        for (String group : List.of("bundles", "agent", "tests")) {
            Path folder = root.resolve(group);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> children = Files.list(folder)) {
                    children.filter(child -> !sources(child).isEmpty()).sorted().forEach(modules::add);
                }
            }
        }
        return modules;
    }

    private static List<Path> sources(Path module) {
        return Stream.of("src", "src-gen").map(module::resolve).filter(Files::isDirectory).toList();
    }

    private boolean isTest(Path module) {
        return module.getParent().equals(root.resolve("tests")) || module.getFileName().toString().endsWith(".tests");
    }

    private boolean compile(List<Path> modules, Path output, List<Path> path) throws IOException {
        return compile(modules, output, path, false);
    }

    /** Compiles all modules into one folder, unless nothing changed; answers whether it compiled. */
    private boolean compile(List<Path> modules, Path output, List<Path> path, boolean force) throws IOException {
        List<Path> files = new ArrayList<>();
        Map<Path, Path> resources = new HashMap<>();
        for (Path module : modules) {
            for (Path source : sources(module)) {
                for (Path file : files(source)) {
                    if (file.toString().endsWith(".java")) {
                        files.add(file);
                    } else {
                        resources.put(file, output.resolve(source.relativize(file).toString()));
                    }
                }
            }
            resources.putAll(packed(module, output));
        }
        List<Path> inputs = new ArrayList<>(files);
        inputs.addAll(resources.keySet());
        String state = describe(inputs) + path.hashCode();
        Path stamp = fast.resolve(output.getFileName() + ".stamp");
        if (!force && Files.exists(stamp) && Files.readString(stamp).equals(state)) {
            return false;
        }
        Files.deleteIfExists(stamp);
        delete(output);
        Files.createDirectories(output);
        if (!files.isEmpty()) {
            List<String> arguments = new ArrayList<>(
                    List.of("--release", "21", "-encoding", "UTF-8", "-g", "-proc:none", "-parameters", "-nowarn", "-properties",
                            root.resolve("releng/compiler.prefs").toString(), "-d", output.toString(), "-cp", join(path)));
            files.forEach(file -> arguments.add(file.toString()));
            if (!compile(arguments)) {
                System.exit(1);
            }
        }
        for (Map.Entry<Path, Path> resource : resources.entrySet()) {
            Files.createDirectories(resource.getValue().getParent());
            Files.copy(resource.getKey(), resource.getValue(), StandardCopyOption.REPLACE_EXISTING);
        }
        write(stamp, state);
        return true;
    }

    /** The compiler that the Maven build uses too, with the same settings: what it refuses, such as an unused import, is known here already. */
    private boolean compile(List<String> arguments) throws IOException {
        URL jar = jars.get("emfgen").stream().filter(path -> path.getFileName().toString().startsWith("ecj-")).findFirst().orElseThrow()
                .toUri().toURL();
        StringWriter told = new StringWriter();
        try (URLClassLoader loader = new URLClassLoader(new URL[]{jar})) {
            Class<?> progress = loader.loadClass("org.eclipse.jdt.core.compiler.CompilationProgress");
            // its javax.tools face ends this program when it is done
            return (boolean) loader.loadClass("org.eclipse.jdt.core.compiler.batch.BatchCompiler")
                    .getMethod("compile", String[].class, PrintWriter.class, PrintWriter.class, progress)
                    .invoke(null, arguments.toArray(String[]::new), new PrintWriter(told), new PrintWriter(told), null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The compiler in " + jar + " can't be called.", e);
        } finally {
            System.err.print(told);
        }
    }

    /** Folders that the bundle packs beside its classes (bin.includes in build.properties), such as db/ or META-INF/persistence.xml. */
    private static Map<Path, Path> packed(Path module, Path output) throws IOException {
        Map<Path, Path> packed = new HashMap<>();
        Path file = module.resolve("build.properties");
        if (!Files.exists(file)) {
            return packed;
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        for (String entry : properties.getProperty("bin.includes", "").split(",")) {
            Path folder = module.resolve(entry.strip());
            if (entry.strip().endsWith("/") && Files.isDirectory(folder)) {
                for (Path found : files(folder)) {
                    if (!found.endsWith("META-INF/MANIFEST.MF")) {
                        packed.put(found, output.resolve(module.relativize(found).toString()));
                    }
                }
            }
        }
        return packed;
    }

    // -- manifests

    /** Imports in sources that the bundle's manifest does not bring; javac sees them all, Tycho and the framework would not. */
    private List<String> manifestGaps(List<Path> modules) throws IOException {
        List<String> gaps = new ArrayList<>();
        Pattern statement = Pattern.compile("^import\\s+(static\\s+)?([a-z][\\w.]*?)\\.[A-Z*].*", Pattern.MULTILINE);
        for (Path module : modules) {
            Path manifest = module.resolve("META-INF/MANIFEST.MF");
            if (!Files.exists(manifest)) {
                continue;
            }
            Attributes main;
            try (var in = Files.newInputStream(manifest)) {
                main = new Manifest(in).getMainAttributes();
            }
            Set<String> known = new LinkedHashSet<>(clauses(main.getValue("Import-Package")));
            known.addAll(packages(module));
            for (String host : clauses(main.getValue("Fragment-Host"))) {
                Path folder = root.resolve("bundles").resolve(host);
                known.addAll(packages(Files.isDirectory(folder) ? folder : root.resolve("agent").resolve(host)));
                known.addAll(clauses(hostImports(host)));
            }
            // what a required bundle of Eclipse's exports is not looked up
            boolean requires = main.getValue("Require-Bundle") != null;
            Set<String> seen = new LinkedHashSet<>();
            for (Path source : sources(module)) {
                for (Path file : files(source)) {
                    if (file.toString().endsWith(".java")) {
                        statement.matcher(Files.readString(file)).results().map(match -> match.group(2))
                                .filter(used -> !known.contains(used) && !free(used))
                                .filter(used -> !(requires && used.startsWith("org.eclipse.")))
                                .filter(seen::add)
                                .forEach(used -> gaps.add(root.relativize(module) + "/META-INF/MANIFEST.MF does not import " + used + " ("
                                        + file.getFileName() + ")"));
                    }
                }
            }
        }
        return gaps;
    }

    private String hostImports(String host) throws IOException {
        for (String group : List.of("bundles", "agent")) {
            Path manifest = root.resolve(group).resolve(host).resolve("META-INF/MANIFEST.MF");
            if (Files.exists(manifest)) {
                try (var in = Files.newInputStream(manifest)) {
                    return new Manifest(in).getMainAttributes().getValue("Import-Package");
                }
            }
        }
        return null;
    }

    /** Packages that nobody has to import. */
    private static boolean free(String name) {
        return name.startsWith("java.") || name.startsWith("org.osgi.annotation") || name.equals("org.osgi.service.component.annotations");
    }

    private static Set<String> packages(Path module) throws IOException {
        Set<String> packages = new LinkedHashSet<>();
        for (Path source : sources(module)) {
            for (Path file : files(source)) {
                packages.add(source.relativize(file.getParent()).toString().replace(File.separatorChar, '.'));
            }
        }
        return packages;
    }

    /** The names in a manifest header, without directives and attributes. */
    private static List<String> clauses(String header) {
        List<String> names = new ArrayList<>();
        if (header != null) {
            for (String clause : header.replaceAll("\"[^\"]*\"", "").split(",")) {
                for (String part : clause.split(";")) {
                    if (!part.contains("=") && !part.isBlank()) {
                        names.add(part.strip());
                    }
                }
            }
        }
        return names;
    }

    // -- tests

    private boolean test(String pattern, List<String> properties, Path testClasses, List<Path> path)
            throws IOException, InterruptedException {
        return java(properties, path, List.of("org.junit.platform.console.ConsoleLauncher", "execute", "--scan-classpath=" + testClasses,
                "--include-classname=.*(" + pattern + ").*", "--disable-banner", "--disable-ansi-colors", "--details=tree",
                "--fail-if-no-tests"));
    }

    private boolean java(List<String> properties, List<Path> path, List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(), "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED",
                // the products' own: without it every library says all it knows
                "-Dlogback.configurationFile=" + root.resolve("features/rootfiles/logback.xml").toAbsolutePath()));
        command.addAll(properties);
        command.addAll(List.of("-cp", join(path)));
        command.addAll(program);
        return new ProcessBuilder(command).directory(root.toFile()).inheritIO().start().waitFor() == 0;
    }

    // -- files

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String describe(List<Path> files) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files.stream().sorted().toList()) {
            text.append(file).append(' ').append(Files.getLastModifiedTime(file).toMillis()).append(' ').append(Files.size(file))
                    .append('\n');
        }
        return text.toString();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
