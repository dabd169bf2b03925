/**
 * The nouns as oVirt's v4 XML and JSON: one reflective codec that reads the model's annotations, so that there is no second set of classes.
 *
 * <p>No verb, no URL scheme and no transport may come in: where a noun stands is told by whoever writes ({@link hostelry.wire.Decor}).
 *
 * <pre>{@code
 * try (Out out = Format.XML.out(stream)) {
 *     wire.write(out, vm, decor, false);
 * }
 * Incoming<Vm> wanted = wire.read(Format.JSON.read(bytes), Vm.class, Wire.Trust.REQUEST);
 * }</pre>
 */
@NullMarked
package hostelry.wire;

import org.jspecify.annotations.NullMarked;
