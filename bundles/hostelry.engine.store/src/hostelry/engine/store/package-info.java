/**
 * The store: the estate in memory over EclipseLink and H2 or PostgreSQL. This package holds only what the framework starts; the work is in
 * {@code memory}, {@code jpa} and {@code rows}.
 *
 * <p>No rule about nouns may come in, and no SQL beside the migrations.
 */
@NullMarked
package hostelry.engine.store;

import org.jspecify.annotations.NullMarked;
