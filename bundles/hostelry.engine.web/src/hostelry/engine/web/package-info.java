/**
 * The REST door in oVirt's v4 shape: one resource class a capability, which turns a request into a verb or a read of {@code hostelry.api} and its outcome into
 * a document; beside them login, image transfer and the change stream.
 *
 * <p>No verb's logic may come in: what may be and what happens is the engine's; here it is only asked for and told. Authentication comes before anything of a
 * request is parsed ({@link hostelry.engine.web.Gate}).
 */
@NullMarked
package hostelry.engine.web;

import org.jspecify.annotations.NullMarked;
