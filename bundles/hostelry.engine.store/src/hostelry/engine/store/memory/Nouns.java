package hostelry.engine.store.memory;

import hostelry.model.Entity;
import hostelry.model.HostelryPackage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;

/** All nouns of the model. */
public final class Nouns {
    private final Map<Class<?>, Noun> byClass = new LinkedHashMap<>();

    public Nouns() {
        for (var classifier : HostelryPackage.eINSTANCE.getEClassifiers()) {
            if (classifier instanceof EClass type && !type.isAbstract()) {
                Noun noun = Noun.of(type);
                byClass.put(noun.java(), noun);
            }
        }
    }

    public Collection<Noun> all() {
        return byClass.values();
    }

    public Noun of(Class<? extends Entity> java) {
        Noun noun = byClass.get(java);
        if (noun == null) {
            throw new IllegalArgumentException(java.getName() + " is no noun of the model");
        }
        return noun;
    }

    public Noun of(Entity object) {
        return of(object.eClass().getInstanceClass().asSubclass(Entity.class));
    }
}
