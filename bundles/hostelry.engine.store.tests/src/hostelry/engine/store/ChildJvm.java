package hostelry.engine.store;

import hostelry.api.Problem;
import hostelry.engine.spi.Inventory;
import hostelry.home.Home;
import hostelry.model.Vm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Starts a program of these tests in a Java of its own, also from within a framework, where there is no class path to hand on. */
final class ChildJvm {
    private static final List<Class<?>> NEEDED = List.of(ChildJvm.class, Store.class, Vm.class, Problem.class, Inventory.class, Home.class,
            org.eclipse.emf.ecore.EObject.class, org.eclipse.emf.common.util.EList.class, org.eclipse.persistence.jpa.PersistenceProvider.class,
            org.eclipse.persistence.sessions.Session.class, jakarta.persistence.Entity.class, com.zaxxer.hikari.HikariDataSource.class,
            org.h2.jdbcx.JdbcDataSource.class, org.slf4j.Logger.class, org.flywaydb.core.Flyway.class, org.postgresql.ds.PGSimpleDataSource.class);

    private ChildJvm() {}

    static Process start(Class<?> program, ProcessBuilder.Redirect errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xmx256m",
                "-cp", classPath(), program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(errors).start();
    }

    private static String classPath() throws IOException {
        String own = System.getProperty("java.class.path", "");
        if (own.contains("persistence")) {
            return own;
        }
        Set<String> path = new LinkedHashSet<>();
        for (Class<?> needed : NEEDED) {
            Path place = Path.of(needed.getProtectionDomain().getCodeSource().getLocation().getPath());
            path.add(place.toString());
            path.add(place.resolve("target/classes").toString());
            if (Files.isDirectory(place.resolve("lib"))) {
                try (Stream<Path> jars = Files.list(place.resolve("lib"))) {
                    jars.forEach(jar -> path.add(jar.toString()));
                }
            }
        }
        return String.join(File.pathSeparator, path);
    }
}
