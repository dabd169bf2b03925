package hostelry.client.remote;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Entity;
import hostelry.model.HostelryPackage;
import hostelry.wire.Tree;
import hostelry.wire.Wire;
import hostelry.wire.WireProblem;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;

/** Nouns from the engine's documents. */
final class Nouns {
    private final Wire wire;

    Nouns(Wire wire) {
        this.wire = wire;
    }

    Wire wire() {
        return wire;
    }

    <T extends Entity> T read(Tree document, Class<T> noun) {
        try {
            return wire.read(document.detached(), noun, Wire.Trust.ENGINE).object();
        } catch (WireProblem e) {
            throw new Refusal(Problem.failed(null, "The engine's answer can't be understood: " + e.getMessage(),
                    "Window and engine may be of different versions."), e);
        }
    }

    /** The class of a noun by its name; none for one that this version of the model does not know. */
    Optional<Class<? extends Entity>> named(String noun) {
        return wire.nouns().contains(noun) && HostelryPackage.eINSTANCE.getEClassifier(noun) instanceof EClass known
                ? Optional.of(known.getInstanceClass().asSubclass(Entity.class))
                : Optional.empty();
    }
}
