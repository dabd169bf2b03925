package hostelry.engine.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hostelry.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The engine comes up whole: a service that waits for another for ever would otherwise be missing without a word. */
class StartTest {
    private final BundleContext context = FrameworkUtil.getBundle(StartTest.class).getBundleContext();

    @Test
    void allOurBundlesAreActive() {
        List<String> sleeping = new ArrayList<>();
        for (Bundle bundle : ours()) {
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            if (!fragment && bundle.getState() != Bundle.ACTIVE) {
                sleeping.add(bundle.getSymbolicName());
            }
        }
        assertFalse(ours().isEmpty(), "none of our bundles is here");
        assertEquals(List.of(), sleeping);
    }

    @Test
    void noServiceWaitsOrFails() {
        ServiceComponentRuntime runtime = context.getService(context.getServiceReference(ServiceComponentRuntime.class));
        List<String> waiting = new ArrayList<>();
        Collection<ComponentDescriptionDTO> components = runtime.getComponentDescriptionDTOs(ours().toArray(Bundle[]::new));
        for (ComponentDescriptionDTO component : components) {
            for (ComponentConfigurationDTO instance : runtime.getComponentConfigurationDTOs(component)) {
                switch (instance.state) {
                    case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> waiting.add(component.name + " waits for "
                            + Arrays.stream(instance.unsatisfiedReferences).map(reference -> reference.name).toList());
                    case ComponentConfigurationDTO.FAILED_ACTIVATION -> waiting.add(component.name + " failed: " + instance.failure);
                    default -> {
                        // satisfied or active
                    }
                }
            }
        }
        assertFalse(components.isEmpty(), "none of our services is here");
        assertEquals(List.of(), waiting);
    }

    /** The same tests run on H2 and on PostgreSQL; that they do is nothing to take on trust. */
    @Test
    void theEstateIsInTheDatabaseThatWasNamed() throws Exception {
        Path embedded = Desk.service(Home.class).database();
        boolean inTheHome = Files.isDirectory(embedded) && embedded.toFile().list().length > 0;
        assertEquals(context.getProperty("hostelry.jdbc") == null, inTheHome, "an embedded database in " + embedded);
    }

    private List<Bundle> ours() {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getSymbolicName().startsWith("hostelry.")).toList();
    }
}
