package hostelry.home;

/** A setting has a value that makes no sense. */
public final class SettingUnusable extends StartRefused {
    private static final long serialVersionUID = 1L;
    /** EX_USAGE. */
    public static final int USAGE = 64;

    SettingUnusable(String sentence, String advice) {
        super(sentence, advice, USAGE);
    }
}
