package hostelry.api;

import org.jspecify.annotations.Nullable;

/**
 * One reason why something can't be done, in words for people.
 *
 * @param text what is wrong, one sentence, with names
 * @param advice what to do next, one sentence; empty where nothing helps
 * @param subject id of the object that it is about, or name of the field for {@link Kind#BAD_INPUT}; null where there is none
 */
public record Problem(Kind kind, String text, String advice, @Nullable String subject) {
    /** What kind of trouble; the REST door makes 400, 403, 404, 409, 503 and 500 of it. */
    public enum Kind {
        BAD_INPUT,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        /** Later it may work: a host or service does not answer. */
        UNAVAILABLE,
        /** It was tried and failed. */
        FAILED
    }

    public static Problem badInput(String field, String text, String advice) {
        return new Problem(Kind.BAD_INPUT, text, advice, field);
    }

    public static Problem forbidden(String text) {
        return new Problem(Kind.FORBIDDEN, text, "Ask an administrator for the permission.", null);
    }

    public static Problem notFound(String noun, String id) {
        return new Problem(Kind.NOT_FOUND, "There is no " + noun + " " + id + ".", "It may have been removed; look at the list again.", id);
    }

    public static Problem conflict(@Nullable String subject, String text, String advice) {
        return new Problem(Kind.CONFLICT, text, advice, subject);
    }

    public static Problem unavailable(@Nullable String subject, String text, String advice) {
        return new Problem(Kind.UNAVAILABLE, text, advice, subject);
    }

    public static Problem failed(@Nullable String subject, String text, String advice) {
        return new Problem(Kind.FAILED, text, advice, subject);
    }

    /** Text and advice in one line. */
    public String sentence() {
        return advice.isEmpty() ? text : text + " " + advice;
    }
}
