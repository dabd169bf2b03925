package hostelry.wire;

import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.InternalEObject;
import org.jspecify.annotations.Nullable;

/** How a class of the model stands in a document: its names, and its fields as the tree of elements that they make. */
final class Shape {
    private final EClass noun;
    private final String element;
    private final String collection;
    private final List<Field> fields;
    private final Element root;

    /**
     * An element: either a field, or one that holds others.
     *
     * @param feature number of the field's feature in its class
     * @param list see {@link Field#list}
     */
    record Element(String name, @Nullable Field field, int feature, boolean list, List<Element> children) {
        /** What the object holds; by the number of the feature, since a list asks a million times. */
        @Nullable
        Object value(Entity object) {
            return ((InternalEObject) object).eGet(feature, true, true);
        }
    }

    Shape(EClass noun, String element, String collection) {
        this.noun = noun;
        this.element = element;
        this.collection = collection;
        List<Field> found = new ArrayList<>();
        for (EStructuralFeature feature : noun.getEAllStructuralFeatures()) {
            found.add(Field.of(feature));
        }
        this.fields = List.copyOf(found);
        this.root = new Element(element, null, -1, false, new ArrayList<>());
        for (Field field : fields) {
            if (!field.attribute() && !field.hidden()) {
                place(root, field, 0);
            }
        }
    }

    private void place(Element into, Field field, int step) {
        String name = field.path().get(step);
        if (step == field.path().size() - 1) {
            into.children().add(new Element(name, field, noun.getFeatureID(field.feature()), field.list(), List.of()));
            return;
        }
        Element next = into.children().stream().filter(child -> child.field() == null && child.name().equals(name)).findFirst()
                .orElse(null);
        if (next == null) {
            next = new Element(name, null, -1, false, new ArrayList<>());
            into.children().add(next);
        }
        place(next, field, step + 1);
    }

    EClass noun() {
        return noun;
    }

    String element() {
        return element;
    }

    String collection() {
        return collection;
    }

    List<Field> fields() {
        return fields;
    }

    Element root() {
        return root;
    }
}
