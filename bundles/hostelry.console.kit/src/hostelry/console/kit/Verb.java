package hostelry.console.kit;

import hostelry.console.kit.look.Icon;
import hostelry.model.Entity;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something that can be done, as it stands on toolbars and menus.
 *
 * @param id such as {@code vm.start}; also the key of its buttons
 * @param label a verb in sentence case; an ellipsis where a question follows
 * @param noun what it is done to
 * @param needs how many must be selected
 * @param catalogue name in the engine's catalogue, for the dry run; empty where there is none
 * @param against says at once, from what is known here, why it can't be done; empty where nothing is known against it
 * @param key as menus show it, such as {@code F2}; empty where it has none
 * @param prime stands on toolbars with its label, and not in menus alone
 * @param run does it, with what is selected; on the UI thread, quickly
 */
public record Verb<T extends Entity>(String id, String label, Icon icon, Class<T> noun, Needs needs, String catalogue,
        Function<T, String> against, String key,
        boolean prime, Consumer<List<T>> run) {

    /** How many nouns a verb takes. */
    public enum Needs {
        NONE, ONE, SOME
    }

    /** The label without its ellipsis, for sentences. */
    public String word() {
        return label.replace("…", "");
    }

    /** A verb that needs nothing selected: {@code New VM…}. */
    public static <T extends Entity> Verb<T> fresh(String id, String label, Icon icon, Class<T> noun, String key, Runnable run) {
        return new Verb<>(id, label, icon, noun, Needs.NONE, "", any -> "", key, true, none -> run.run());
    }
}
