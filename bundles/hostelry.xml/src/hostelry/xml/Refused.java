package hostelry.xml;

/** The limits, and the sentences that tell of them. */
final class Refused {
    static final int MAX_DEPTH = 200;
    static final String DOCTYPE = "A document type (DOCTYPE) is not allowed.";
    static final String DEPTH = "The elements are nested deeper than " + MAX_DEPTH + ".";

    private Refused() {}

    static String tooLong(long limit) {
        return "The document is longer than " + limit + " characters or bytes.";
    }
}
