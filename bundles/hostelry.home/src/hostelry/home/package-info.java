/**
 * Where all state lives: one folder, one owner at a time, one version, and the settings that the product was started with.
 *
 * <p>Everything that wants a file of its own asks {@link hostelry.home.Home} for the place. No knowledge of what is kept there may come in.
 */
@NullMarked
package hostelry.home;

import org.jspecify.annotations.NullMarked;
