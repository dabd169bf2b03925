package hostelry.engine.watch;

import hostelry.model.Severity;

/** An event to be written once a move is applied. {@code subject}: id of the noun that it is about. */
record Said(Severity severity, int code, String text, String subject) {}
