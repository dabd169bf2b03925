/**
 * The ledger on a database: opens it, brings its tables up to date, and writes nouns as rows.
 *
 * <p>Nothing outside of the store sees it. No cache and no rule may come in: the estate in memory has the first, verbs have the second.
 */
@NullMarked
package hostelry.engine.store.jpa;

import org.jspecify.annotations.NullMarked;
