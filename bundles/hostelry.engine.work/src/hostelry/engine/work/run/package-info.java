/**
 * How verbs are run: the one pipeline, its locks, its records, and what follows a crash.
 *
 * <p>Nobody outside sees this package: verbs and doors know the interfaces. No noun's own rules may come in.
 */
@NullMarked
package hostelry.engine.work.run;

import org.jspecify.annotations.NullMarked;
