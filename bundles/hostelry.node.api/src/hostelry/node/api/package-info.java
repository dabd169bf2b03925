/**
 * What a node can do, in small capability interfaces: the only language between engine and host.
 *
 * <p>Two kinds of data cross it. What the engine <em>asks</em> travels by SOAP in carriers ({@link hostelry.node.api.DomainSpec},
 * {@link hostelry.node.api.DiskSpec}): classes with public fields, because JAXB can't bind records. What the node <em>reports</em>
 * travels as JSON in records ({@link hostelry.node.api.Report}). No EMF, no libvirt and no engine type may come in.
 *
 * <pre>{@code
 * node.domains().start(key, spec);
 * try (AutoCloseable watching = node.facts().watch(report -> ...)) { ... }
 * }</pre>
 */
@NullMarked
package hostelry.node.api;

import org.jspecify.annotations.NullMarked;
