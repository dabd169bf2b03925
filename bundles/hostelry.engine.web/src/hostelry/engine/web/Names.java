package hostelry.engine.web;

import hostelry.api.Caller;
import hostelry.api.Estate;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Entity;
import hostelry.model.HostelryPackage;
import hostelry.wire.Wire;
import java.util.List;

/** Finds nouns by their names. */
record Names(Estate estate, Wire wire) {

    /** The id of the one that is called so. */
    String id(Caller caller, String noun, String name) {
        List<? extends Entity> found = estate.list(caller, type(noun)).stream().filter(object -> name.equals(object.getName())).toList();
        String word = wire.element(noun).replace('_', ' ');
        return switch (found.size()) {
            case 0 -> throw new Refusal(new Problem(Problem.Kind.NOT_FOUND, "There is no " + word + " of the name '" + name + "'.",
                    "Give the name as the list shows it, or an id.",
                    wire.element(noun)));
            case 1 -> found.getFirst().getId();
            default -> throw new Refusal(Problem.conflict(null,
                    "Several have the name '" + name + "': it does not say which " + word + " is meant.", "Give an id."));
        };
    }

    static Class<? extends Entity> type(String noun) {
        return HostelryPackage.eINSTANCE.getEClassifier(noun).getInstanceClass().asSubclass(Entity.class);
    }
}
