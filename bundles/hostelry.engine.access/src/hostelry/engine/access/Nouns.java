package hostelry.engine.access;

import hostelry.engine.spi.Inventory;
import hostelry.model.Entity;
import hostelry.model.HostelryPackage;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.jspecify.annotations.Nullable;

/** Finds what a permission was given on. */
final class Nouns {
    private Nouns() {}

    /** @param noun name of the class in the model; one that there is not finds nothing */
    static Optional<Entity> find(Inventory inventory, @Nullable String noun, String id) {
        return type(noun).flatMap(type -> inventory.find(type, id));
    }

    static Optional<Class<? extends Entity>> type(@Nullable String noun) {
        return noun != null && HostelryPackage.eINSTANCE.getEClassifier(noun) instanceof EClass type && !type.isAbstract()
                ? Optional.of(type.getInstanceClass().asSubclass(Entity.class))
                : Optional.empty();
    }
}
