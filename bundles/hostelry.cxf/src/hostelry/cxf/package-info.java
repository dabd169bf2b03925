/**
 * The OSGi glue that CXF 4 no longer has, and our settings of it: buses, doors (HTTPS ports), SOAP and JSON, with limits on what comes in.
 *
 * <p>CXF finds its parts through the context class loader of the thread; here is the only place that sets it. No verb, no noun and no
 * node type may come in.
 *
 * <pre>{@code
 * Bus bus = buses.create();
 * CXFNonSpringServlet servlet = buses.servlet(bus);
 * new Soap(buses).publish(bus, Domains.class, domains, "/Domains");
 * HttpsPort port = HttpsPort.open(HttpsPort.at("0.0.0.0", 54321), tls, "node", Map.of("/soap/*", servlet), List.of(filter), buses);
 * }</pre>
 */
@NullMarked
package hostelry.cxf;

import org.jspecify.annotations.NullMarked;
