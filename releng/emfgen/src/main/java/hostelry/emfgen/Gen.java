package hostelry.emfgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.generator.GeneratorAdapterFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenDelegationKind;
import org.eclipse.emf.codegen.ecore.genmodel.GenJDKLevel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.GenPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;

/**
 * Writes the Java classes of an Ecore model, without an Eclipse workspace: the generator model that usually lies beside the Ecore is made in
 * memory, so the Ecore stays the only source.
 *
 * <p>Usage: {@code Gen <file.ecore> <output folder> <base package>}
 */
public final class Gen {
    /** Name of the pretended workspace project that stands for the output folder. */
    private static final String PROJECT = "out";

    /** What EMF's generator writes beside the Java files; Tycho would copy these over the bundle's own. */
    private static final List<String> UNWANTED = List.of("plugin.xml", "plugin.properties", "build.properties");

    private final Path ecore;
    private final Path output;
    private final String basePackage;

    private Gen(Path ecore, Path output, String basePackage) {
        this.ecore = ecore;
        this.output = output;
        this.basePackage = basePackage;
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("usage: Gen <file.ecore> <output folder> <base package>");
        }
        new Gen(Path.of(args[0]).toRealPath(), Path.of(args[1]).toAbsolutePath().normalize(), args[2]).run();
    }

    private void run() throws IOException {
        emptyOutput();
        GenModel model = genModel(rootPackage());
        failOnError("The Ecore is not valid", model.diagnose());
        GeneratorAdapterFactory.Descriptor.Registry.INSTANCE.addDescriptor(GenModelPackage.eNS_URI,
                GenModelGeneratorAdapterFactory.DESCRIPTOR);
        Generator generator = new Generator();
        generator.setInput(model);
        Diagnostic result = generator.generate(model, GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE, new BasicMonitor());
        failOnError("The generator failed", result);
        for (String name : UNWANTED) {
            Files.deleteIfExists(output.resolve(name));
        }
    }

    /** Classes of nouns that left the Ecore must not stay behind. */
    private void emptyOutput() throws IOException {
        Files.createDirectories(output);
        try (Stream<Path> all = Files.walk(output)) {
            for (Path old : all.filter(file -> file.toString().endsWith(".java")).toList()) {
                Files.delete(old);
            }
        }
    }

    private EPackage rootPackage() {
        ResourceSet resources = new ResourceSetImpl();
        resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("ecore", new EcoreResourceFactoryImpl());
        return (EPackage) resources.getResource(URI.createFileURI(ecore.toString()), true).getContents().get(0);
    }

    private GenModel genModel(EPackage root) {
        URI folder = URI.createFileURI(output + "/");
        EcorePlugin.getPlatformResourceMap().put(PROJECT, folder);
        ResourceSet resources = new ResourceSetImpl();
        resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("genmodel", new EcoreResourceFactoryImpl());
        resources.getURIConverter().getURIMap().put(URI.createPlatformResourceURI(PROJECT + "/", false), folder);

        GenModel model = GenModelFactory.eINSTANCE.createGenModel();
        resources.createResource(folder.appendSegment("memory.genmodel")).getContents().add(model);
        model.initialize(List.of(root));
        model.setModelDirectory("/" + PROJECT);
        model.setModelName("Hostelry");
        model.setModelPluginID(basePackage + "." + root.getName());
        model.setPluginKey(null);
        model.setComplianceLevel(GenJDKLevel.JDK170_LITERAL);
        // no EObject feature storage class per object: 165 bytes for a VM instead of 220
        model.setRootExtendsClass("org.eclipse.emf.ecore.impl.MinimalEObjectImpl$Container");
        model.setFeatureDelegation(GenDelegationKind.NONE_LITERAL);
        model.setCanGenerate(true);
        model.setForceOverwrite(true);
        model.setUpdateClasspath(false);
        model.setCodeFormatting(false);
        model.setCleanup(false);
        model.setBundleManifest(false);
        model.setOperationReflection(false);
        model.setCopyrightFields(false);
        model.setSuppressEMFTypes(true);

        GenPackage genPackage = model.getGenPackages().get(0);
        genPackage.setBasePackage(basePackage);
        genPackage.setPrefix("Hostelry");
        genPackage.setDisposableProviderFactory(false);
        return model;
    }

    private static void failOnError(String what, Diagnostic diagnostic) {
        if (diagnostic.getSeverity() < Diagnostic.ERROR) {
            return;
        }
        StringBuilder text = new StringBuilder(what);
        append(text, diagnostic, "\n  ");
        throw new IllegalStateException(text.toString());
    }

    private static void append(StringBuilder text, Diagnostic diagnostic, String indent) {
        text.append(indent).append(diagnostic.getMessage());
        if (diagnostic.getException() != null) {
            text.append(": ").append(diagnostic.getException());
        }
        for (Diagnostic child : diagnostic.getChildren()) {
            append(text, child, indent + "  ");
        }
    }
}
