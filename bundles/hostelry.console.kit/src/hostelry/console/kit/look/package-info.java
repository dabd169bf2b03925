/**
 * How things look: icons, status as shape, colour and word, and the one small palette, for light and dark.
 *
 * <p>No estate, no verb may come in, apart from the nouns whose status is shown.
 */
@NullMarked
package hostelry.console.kit.look;

import org.jspecify.annotations.NullMarked;
