/**
 * What tests of several rooms share: an estate without a database, and the real machinery over it.
 *
 * <p>Nothing of it goes into a product. No mocks, no JUnit, no framework may come in.
 */
@NullMarked
package hostelry.testkit;

import org.jspecify.annotations.NullMarked;
