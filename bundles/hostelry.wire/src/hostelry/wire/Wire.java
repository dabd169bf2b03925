package hostelry.wire;

import hostelry.model.Entity;
import hostelry.model.HostelryPackage;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.common.util.BasicEList;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/** The codec. Thread-safe; made once. */
public final class Wire {
    /** Whose word a document is. */
    public enum Trust {
        /** Somebody's request: read-only features are not heard. */
        REQUEST,
        /** The engine's own answer: all features are taken. */
        ENGINE
    }

    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<Class<?>, Shape> byClass = new HashMap<>();

    public Wire() {
        for (EClassifier classifier : HostelryPackage.eINSTANCE.getEClassifiers()) {
            if (classifier instanceof EClass noun && Field.annotation(noun, "element") instanceof String element
                    && Field.annotation(noun, "collection") instanceof String collection) {
                Shape shape = new Shape(noun, element, collection);
                shapes.put(noun.getName(), shape);
                byClass.put(noun.getInstanceClass(), shape);
            }
        }
    }

    // -- names

    /** Names of all nouns that are spoken of on the wire. */
    public Set<String> nouns() {
        return Set.copyOf(shapes.keySet());
    }

    /** Such as {@code storagedomains}: the path of a noun's collection. */
    public String collection(String noun) {
        return shape(noun).collection();
    }

    /** Such as {@code storage_domain}. */
    public String element(String noun) {
        return shape(noun).element();
    }

    /** The name of a noun's feature that stands at a path such as {@code memory} or {@code cpu/architecture}. */
    public Optional<String> feature(String noun, String path) {
        return shape(noun).fields().stream().filter(field -> !field.hidden() && String.join("/", field.path()).equals(path))
                .map(field -> field.feature().getName())
                .findFirst();
    }

    /** The noun that a feature refers to, if it does. */
    public Optional<String> refersTo(String noun, String feature) {
        return shape(noun).fields().stream().filter(field -> field.feature().getName().equals(feature)).findFirst().map(Field::ref);
    }

    /** All that a document may say of a noun, in its order. */
    public List<FieldInfo> fields(String noun) {
        return shape(noun).fields().stream().filter(field -> !field.hidden()).map(Field::info).toList();
    }

    private Shape shape(String noun) {
        Shape shape = shapes.get(noun);
        if (shape == null) {
            throw new NoSuchElementException("the noun " + noun + " is not on the wire");
        }
        return shape;
    }

    // -- writing

    /** Writes one object under its element's name. */
    public void write(Out out, Entity object, Decor decor, boolean extras) throws IOException {
        write(out, element(object.eClass().getName()), object, decor, extras);
    }

    /** The same under another name. */
    public void write(Out out, String name, Entity object, Decor decor, boolean extras) throws IOException {
        Shape shape = shape(object.eClass().getName());
        out.start(name);
        members(out, shape, object, decor, extras);
        out.end();
    }

    /** Writes a list of objects, such as {@code <vms>} and {@code {"vm":[…]}}. */
    public void writeAll(Out out, Class<? extends Entity> noun, Iterable<? extends Entity> objects, Decor decor, boolean extras)
            throws IOException {
        writeAll(out, byClass.get(noun).element() + "s", noun, objects, decor, extras);
    }

    /** The same under another name. */
    public void writeAll(Out out, String name, Class<? extends Entity> noun, Iterable<? extends Entity> objects, Decor decor,
            boolean extras) throws IOException {
        out.start(name);
        out.startList(byClass.get(noun).element());
        for (Entity object : objects) {
            write(out, object, decor, extras);
        }
        out.endList();
        out.end();
    }

    private void members(Out out, Shape shape, Entity object, Decor decor, boolean extras) throws IOException {
        String href = decor.href(object);
        out.attribute("href", href);
        out.attribute("id", decor.id(object));
        List<String> actions = decor.actions(object);
        if (!actions.isEmpty()) {
            out.start("actions");
            links(out, href, actions);
            out.end();
        }
        for (Shape.Element child : shape.root().children()) {
            element(out, child, object, decor, extras);
        }
        decor.more(out, object);
        links(out, href, decor.parts(object));
    }

    private static void links(Out out, @Nullable String href, List<String> below) throws IOException {
        if (below.isEmpty()) {
            return;
        }
        out.startList("link");
        for (String name : below) {
            out.start("link");
            out.attribute("href", href + "/" + name);
            out.attribute("rel", name);
            out.end();
        }
        out.endList();
    }

    private void element(Out out, Shape.Element element, Entity object, Decor decor, boolean extras) throws IOException {
        if (element.field() instanceof Field field) {
            Object value = told(element, object, extras);
            if (value != null) {
                value(out, element, field, value, decor, extras);
            }
        } else if (isTold(element, object, extras)) {
            out.start(element.name());
            for (Shape.Element child : element.children()) {
                if (child.field() instanceof Field field && isId(field) && told(child, object, extras) instanceof Object id) {
                    out.attribute(child.name(), Values.text(id)); // as of everything else, such as <vlan id="7"/>
                } else {
                    element(out, child, object, decor, extras);
                }
            }
            decor.inside(out, object, element.name());
            out.end();
        }
    }

    /** The id of what an element inside stands for: an attribute of that element, in oVirt's XML. */
    private static boolean isId(Field field) {
        return field.path().size() > 1 && field.path().getLast().equals("id") && !field.list() && field.ref() == null;
    }

    private static boolean isTold(Shape.Element element, Entity object, boolean extras) {
        if (element.field() != null) {
            return told(element, object, extras) != null;
        }
        for (Shape.Element child : element.children()) {
            if (isTold(child, object, extras)) {
                return true;
            }
        }
        return false;
    }

    /** The value, if it is one to be written. */
    private static @Nullable Object told(Shape.Element element, Entity object, boolean extras) {
        Field field = element.field();
        if (field == null || field.secret() || field.extra() && !extras) {
            return null;
        }
        Object value = element.value(object);
        if (value instanceof Collection<?> many && many.isEmpty() || value instanceof Double number && !Double.isFinite(number)
                || field.ref() != null && "".equals(value)) {
            return null;
        }
        boolean zero = value instanceof Number number ? number.longValue() == 0 : Boolean.FALSE.equals(value);
        return field.omitZero() && zero ? null : value;
    }

    private void value(Out out, Shape.Element element, Field field, Object value, Decor decor, boolean extras) throws IOException {
        if (element.list()) {
            out.startList(element.name());
        }
        if (value instanceof Collection<?> many) {
            for (Object one : many) {
                one(out, element.name(), field, one, decor, extras);
            }
        } else {
            one(out, element.name(), field, value, decor, extras);
        }
        if (element.list()) {
            out.endList();
        }
    }

    private void one(Out out, String name, Field field, Object value, Decor decor, boolean extras) throws IOException {
        if (field.ref() instanceof String noun) {
            reference(out, name, noun, value.toString(), decor, extras);
            return;
        }
        switch (value) {
            case Instant time -> out.time(name, time);
            case Long number -> out.text(name, number.longValue());
            case Integer number -> out.text(name, number.longValue());
            default -> out.text(name, Values.text(value));
        }
    }

    private void reference(Out out, String name, String noun, String id, Decor decor, boolean extras) throws IOException {
        out.start(name);
        if (decor.behind(name, noun, id) instanceof Entity whole) {
            members(out, shape(whole.eClass().getName()), whole, decor.within(name), extras);
        } else {
            out.attribute("href", decor.href(noun, id));
            out.attribute("id", id);
        }
        out.end();
    }

    /**
     * Writes the request to change some features of a noun; one without a value is written so that {@link #read} hears it as cleared. Read-only ones are left out.
     *
     * @param features names of the model's features
     */
    public void writePatch(Out out, Entity values, Set<String> features) throws IOException {
        writePatch(out, values, features, Decor.BARE);
    }

    /** The same, with what {@link Decor#more} has to say at its end. */
    public void writePatch(Out out, Entity values, Set<String> features, Decor decor) throws IOException {
        Shape shape = shape(values.eClass().getName());
        out.start(shape.element());
        for (Shape.Element child : shape.root().children()) {
            patch(out, child, values, features);
        }
        decor.more(out, values);
        out.end();
    }

    private static void patch(Out out, Shape.Element element, Entity values, Set<String> features) throws IOException {
        if (element.field() instanceof Field field) {
            if (isPatched(element, features)) {
                patched(out, field, values.eGet(field.feature()));
            }
        } else if (isPatched(element, features)) {
            out.start(element.name());
            for (Shape.Element child : element.children()) {
                patch(out, child, values, features);
            }
            out.end();
        }
    }

    private static boolean isPatched(Shape.Element element, Set<String> features) {
        return element.field() instanceof Field field
                ? !field.readOnly() && features.contains(field.feature().getName())
                : element.children().stream().anyMatch(child -> isPatched(child, features));
    }

    private static void patched(Out out, Field field, @Nullable Object value) throws IOException {
        String name = field.path().getLast();
        if (field.list()) {
            out.startList(name);
        }
        for (Object one : value instanceof Collection<?> many ? many : List.of(value == null ? "" : value)) {
            if (field.ref() != null) {
                out.start(name);
                out.attribute("id", one.equals("") ? null : one.toString());
                out.end();
            } else if (one instanceof Instant time) {
                out.time(name, time);
            } else {
                out.text(name, Values.text(one));
            }
        }
        if (field.list()) {
            out.endList();
        }
    }

    // -- reading

    /** Reads a document whose outermost element is that noun. */
    public <T extends Entity> Incoming<T> read(Tree document, Class<T> noun, Trust trust) {
        Shape shape = byClass.get(noun);
        if (!document.name().isEmpty() && !document.name().equals(shape.element())) {
            throw WireProblem.at(document,
                    "The element '" + shape.element() + "' was expected, not '" + Values.shown(document.name()) + "'.");
        }
        T object = noun.cast(EcoreUtil.create(shape.noun()));
        Set<String> features = new HashSet<>();
        Map<String, String> named = new HashMap<>();
        for (Field field : shape.fields()) {
            if (isHeard(field, trust)) {
                read(document, field, object, features, named);
            }
        }
        return new Incoming<>(object, Set.copyOf(features), Map.copyOf(named), document);
    }

    private static boolean isHeard(Field field, Trust trust) {
        return !field.hidden() && (trust == Trust.ENGINE || !field.readOnly() || field.attribute());
    }

    private static void read(Tree document, Field field, Entity object, Set<String> features, Map<String, String> named) {
        String feature = field.feature().getName();
        if (field.attribute()) {
            document.value(field.steps()).filter(value -> !value.isEmpty()).ifPresent(value -> {
                object.eSet(field.feature(), value);
                features.add(feature);
            });
            return;
        }
        List<Tree> found = isId(field) ? document.allOrAttribute(field.steps()) : document.all(field.steps());
        if (field.feature().isMany()) {
            boolean spoken = !found.isEmpty() || field.path().size() > 1
                    && !document.all(field.path().subList(0, field.path().size() - 1).toArray(String[]::new)).isEmpty();
            if (spoken) {
                EList<Object> values = new BasicEList<>();
                for (Tree one : found) {
                    values.add(field.ref() == null
                            ? Values.parse(field.feature().getEType(), one)
                            : id(one).or(() -> one.value("name").filter(name -> !name.isEmpty())).orElseThrow(() -> unnamed(one)));
                }
                object.eSet(field.feature(), values);
                features.add(feature);
            }
            return;
        }
        if (found.isEmpty()) {
            return;
        }
        if (found.size() > 1) {
            throw WireProblem.at(found.get(1), "The field '" + String.join("/", field.path()) + "' stands twice.");
        }
        Tree place = found.getFirst();
        features.add(feature);
        if (field.ref() == null) {
            object.eSet(field.feature(), Values.parse(field.feature().getEType(), place));
            return;
        }
        Optional<String> id = id(place);
        if (id.isPresent()) {
            object.eSet(field.feature(), id.get());
        } else if (!place.text().isBlank()) {
            throw unnamed(place);
        } else {
            // neither id nor name: the reference is to be cleared
            place.value("name").filter(value -> !value.isEmpty()).ifPresent(name -> named.put(feature, name));
        }
    }

    private static Optional<String> id(Tree reference) {
        return reference.value("id").filter(value -> !value.isEmpty())
                .or(() -> reference.value("href").map(href -> href.substring(href.lastIndexOf('/') + 1)));
    }

    private static WireProblem unnamed(Tree reference) {
        return WireProblem.at(reference,
                "The field '" + reference.name() + "' wants an id or a name within, not '" + Values.shown(reference.text()) + "'.");
    }
}
