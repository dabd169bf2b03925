/**
 * Backup and restore of the engine's state: every table and the keys of the home in one file that does not depend on the kind of database.
 *
 * <p>It knows tables and files, no nouns: what a later version of the model brings is kept without a change here. {@link hostelry.engine.store.backup.Errand}
 * runs as a program of its own, without a framework; nothing of OSGi may come in.
 */
@NullMarked
package hostelry.engine.store.backup;

import org.jspecify.annotations.NullMarked;
