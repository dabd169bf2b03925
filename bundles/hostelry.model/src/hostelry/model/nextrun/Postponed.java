package hostelry.model.nextrun;

/**
 * One field of a machine that is to be another from its next start on.
 *
 * @param field name of the model's feature
 * @param now what the machine that runs has, as text (bytes as a number, lists by commas); empty: nothing
 * @param next what it is to have
 * @param reason a sentence: why it must wait
 */
public record Postponed(String field, String now, String next, String reason) {}
