package hostelry.home;

/** Something that a part of the product keeps in the home, or where the settings say, can't be used: a database, a key. */
public final class StateUnusable extends StartRefused {
    private static final long serialVersionUID = 1L;

    public StateUnusable(String sentence, String advice, int exitCode) {
        super(sentence, advice, exitCode);
    }
}
