package hostelry.floors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * A bundle as its manifest describes it.
 *
 * @param name symbolic name without the prefix {@code hostelry.}
 * @param host of a fragment, as symbolic name; empty for a bundle
 */
record Room(String name, List<String> imports, List<String> requires, List<String> exports, String host) {
    static final String PREFIX = "hostelry.";

    static Room read(Path manifest) throws IOException {
        try (InputStream in = Files.newInputStream(manifest)) {
            return of(new Manifest(in));
        }
    }

    static Room of(Manifest manifest) {
        Attributes main = manifest.getMainAttributes();
        String symbolicName = String.join("", names(main.getValue("Bundle-SymbolicName")));
        String name = symbolicName.startsWith(PREFIX) ? symbolicName.substring(PREFIX.length()) : symbolicName;
        List<String> imports = new ArrayList<>(names(main.getValue("Import-Package")));
        imports.addAll(names(main.getValue("DynamicImport-Package")));
        return new Room(name, imports, names(main.getValue("Require-Bundle")), names(main.getValue("Export-Package")),
                String.join("", names(main.getValue("Fragment-Host"))));
    }

    boolean isTest() {
        return name.endsWith(".tests");
    }

    /** In a product: neither a test nor a plug-in to copy from. */
    boolean isShipped() {
        return !isTest() && !name.endsWith(".sample");
    }

    /** The names in a manifest header, without directives and attributes; commas in quotes do not part. */
    private static List<String> names(String header) {
        List<String> names = new ArrayList<>();
        if (header == null) {
            return names;
        }
        for (String clause : header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            for (String part : clause.split(";")) {
                if (!part.contains("=") && !part.isBlank()) {
                    names.add(part.strip());
                }
            }
        }
        return names;
    }
}
