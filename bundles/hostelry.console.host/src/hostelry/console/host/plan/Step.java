package hostelry.console.host.plan;

/**
 * What comes of a drag.
 *
 * @param sheet as it would be then; as before where it does not go
 * @param deed what it does, as said while one drags: {@code Put blue onto eno2}; empty where it does nothing
 * @param why why it does not go, a sentence; empty: it goes
 */
public record Step(Sheet sheet, String deed, String why) {
    static Step to(Sheet sheet, String deed) {
        return new Step(sheet, deed, "");
    }

    static Step not(Sheet sheet, String why) {
        return new Step(sheet, "", why);
    }

    static Step nothing(Sheet sheet) {
        return new Step(sheet, "", "");
    }

    public boolean goes() {
        return why.isEmpty();
    }
}
