package hostelry.engine.search.words;

import hostelry.model.Entity;
import hostelry.model.Group;
import hostelry.model.Host;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What tags can be put on. */
final class Tagged {
    static final List<Class<? extends Entity>> NOUNS = List.of(Vm.class, Host.class, Template.class, User.class, Group.class);

    private Tagged() {}

    static Optional<Class<? extends Entity>> noun(String name) {
        return NOUNS.stream().filter(noun -> noun.getSimpleName().equals(name)).findFirst();
    }

    /** As people call it: {@code VM}, {@code host}. */
    static String word(Class<? extends Entity> noun) {
        return noun == Vm.class ? "VM" : noun.getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Ids of the tags that are on it; the list itself. */
    static List<String> tags(Entity object) {
        return switch (object) {
            case Vm vm -> vm.getTags();
            case Host host -> host.getTags();
            case Template template -> template.getTags();
            case User user -> user.getTags();
            case Group group -> group.getTags();
            default -> throw new IllegalArgumentException(object.eClass().getName() + " has no tags");
        };
    }
}
