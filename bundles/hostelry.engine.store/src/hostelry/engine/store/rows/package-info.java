/**
 * The rows of the database, a class each, private to the store. Fields are named as the model's features (with a {@code _} where Java forbids the name);
 * enumerations and lists are their words, times are microseconds.
 *
 * <p>No behaviour may come in: {@link hostelry.engine.store.jpa.RowMapper} turns them into nouns and back.
 */
package hostelry.engine.store.rows;
