/**
 * The door of a node: {@link hostelry.node.api.Node} over the wire, for the engine alone. SOAP for the verbs, JSON and streams for the rest.
 *
 * <pre>
 * POST /soap/domains, /soap/disks      the verbs
 * GET  /node/facts                     HostFacts
 * GET  /node/reports                   a Report a line, as they happen; a last line {"ended": "why"} where the node ends them
 * GET  /node/images/S/D/size           {"size": n}
 * GET  /node/images/S/D?offset=&amp;length=   bytes
 * PUT  /node/images/S/D?offset=        bytes; Content-Length is required
 * GET  /node/certificate               {"pem": its certificate}; /request: of a new key; PUT: takes the one for it; PUT /revoked: list of the revoked
 * </pre>
 *
 * <p>Trouble is {@code {"code": FaultCode, "detail": sentence}} or a SOAP fault with the same. What a node does is the business of the
 * bundle that serves it: no libvirt and no simulation may come in.
 */
@NullMarked
package hostelry.node.web;

import org.jspecify.annotations.NullMarked;
