/**
 * A machine that runs is one thing, and what it is to be from its next start on is another: what keeps the two apart, compares them and brings them together. Pure: the
 * engine's verbs, its watch and the window all ask the same rules. Nothing comes in here that reads an inventory, asks a host or knows how a change is drawn or sent.
 */
@NullMarked
package hostelry.model.nextrun;

import org.jspecify.annotations.NullMarked;
