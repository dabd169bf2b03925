package hostelry.api;

import java.util.List;

/** The catalogue of verbs: data that the REST door, the menus and the role editor read, and the dry run of each. */
public interface Catalogue {
    List<VerbInfo> verbs();

    /**
     * Would the verb be accepted now? Touches nothing.
     *
     * @param verb name in the catalogue, such as {@code StartVm}
     * @param subject id of the object that it would act on
     */
    Verdict check(Caller caller, String verb, String subject);

    /**
     * What is known of a verb before anybody asks for it.
     *
     * @param name such as {@code StartVm}
     * @param noun name of the model's class that it acts on
     * @param label for menus and buttons, a verb in sentence case: {@code Start}
     * @param permit what a role must grant
     * @param destructive the window asks before it, and names things
     */
    record VerbInfo(String name, String noun, String label, String permit, boolean destructive) {}
}
