/**
 * What is the same in every estate: operating systems, cluster levels, CPU types, scheduling policies, the time zones of Windows; and addresses of cards as values.
 *
 * <p>Pure data and pure questions. Nothing that asks a database, a host or a clock may come in. Names and ids are oVirt's: its clients send and expect them.
 *
 * <pre>{@code
 * CpuTypes.find("Intel Haswell Family").map(CpuType::model) // Haswell-noTSX
 * }</pre>
 */
@NullMarked
package hostelry.model.data;

import org.jspecify.annotations.NullMarked;
