package hostelry.node.libvirt.link;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.libvirt.Connect;
import org.libvirt.Device;
import org.libvirt.Domain;
import org.libvirt.DomainJobInfo;
import org.libvirt.LibvirtException;
import org.libvirt.Network;

/**
 * One connection: libvirt-java, and beside it on the same pointer the calls that it lacks. Guests are named by UUID; every handle is freed
 * before a call returns.
 */
public final class Virt {
    public static final int AFFECT_LIVE = 1;
    public static final int AFFECT_CONFIG = 2;
    public static final int FORCE = 4;
    public static final int SHUTDOWN_ACPI = 1;
    public static final int SHUTDOWN_AGENT = 2;
    public static final int GUEST_USERS = 1;
    public static final int GUEST_OS = 2;
    public static final int GUEST_TIMEZONE = 4;
    public static final int GUEST_HOSTNAME = 8;
    public static final int GUEST_FILESYSTEM = 16;
    public static final int GUEST_INTERFACES = 64;

    private static final int STATS = 1 | 2 | 4 | 8 | 16 | 32;
    private static final int NO_WAIT = 1 << 29;
    private static final int LIST_ACTIVE = 1;
    private static final int UNDEFINE_ALL = 1 | 2 | 4 | 16;
    private static final int AUTO_DESTROY = 2;
    private static final int START_PAUSED = 1;
    private static final int XML_SECURE = 1;
    private static final int XML_MIGRATABLE = 8;
    private static final int JOB_COMPLETED = 1;
    private static final int STREAM_NO_WAIT = 1;
    /** Of a stream: ask again a moment later. */
    public static final int NOTHING_YET = -2;

    private final Native libvirt;
    private final Line line;

    /** libvirt-java keeps the pointer to its heirs. */
    private static final class Line extends Connect {
        Line(String uri) throws LibvirtException {
            super(uri, false);
        }

        Pointer pointer() {
            return vcp.getPointer();
        }
    }

    Virt(Native libvirt, String uri) throws LibvirtFault {
        this.libvirt = libvirt;
        EventLoop.start(libvirt, com.sun.jna.Native.load("c", C.class));
        try {
            this.line = new Line(uri);
        } catch (LibvirtException e) {
            throw LibvirtFault.of(e);
        }
    }

    private interface Call<T> {
        T run() throws LibvirtException;
    }

    private static <T> T ask(Call<T> call) throws LibvirtFault {
        try {
            return call.run();
        } catch (LibvirtException e) {
            throw LibvirtFault.of(e);
        }
    }

    private interface WithDomain<T> {
        T run(Domain domain) throws LibvirtException;
    }

    private <T> T with(String id, WithDomain<T> call) throws LibvirtFault {
        return ask(() -> {
            Domain domain = line.domainLookupByUUIDString(id);
            try {
                return call.run(domain);
            } finally {
                domain.free();
            }
        });
    }

    private interface WithPointer {
        int run(Pointer domain);
    }

    private int withPointer(String id, WithPointer call) throws LibvirtFault {
        Pointer domain = libvirt.virDomainLookupByUUIDString(line.pointer(), id);
        if (domain == null) {
            throw lastError();
        }
        try {
            int result = call.run(domain);
            if (result < 0) {
                throw lastError();
            }
            return result;
        } finally {
            libvirt.virDomainFree(domain);
        }
    }

    private LibvirtFault lastError() {
        return new LibvirtFault(libvirt.virGetLastErrorCode(), libvirt.virGetLastErrorMessage());
    }

    // -- the host

    /** Breaks the connection when the other end says nothing for {@code seconds} × {@code count}; not every transport can. */
    void keepAlive(int seconds, int count) {
        try {
            line.setKeepAlive(seconds, count);
        } catch (LibvirtException e) {
            // a connection without a daemon (test:///default) has nothing to keep alive
        }
    }

    public boolean alive() {
        try {
            return line.isAlive();
        } catch (LibvirtException e) {
            return false;
        }
    }

    public String capabilities() throws LibvirtFault {
        return ask(line::getCapabilities);
    }

    /** Of the daemon, as 9000000 for 9.0.0. */
    public long libvirtVersion() throws LibvirtFault {
        return ask(line::getLibVirVersion);
    }

    /** Of QEMU. */
    public long hypervisorVersion() throws LibvirtFault {
        return ask(line::getVersion);
    }

    /** Names of the devices of the host, as libvirt calls them. */
    public List<String> devices() throws LibvirtFault {
        return ask(() -> List.of(line.listDevices(null)));
    }

    /** libvirt's document of a device; null where it is gone. */
    public @Nullable String device(String name) {
        try {
            Device device = line.deviceLookupByName(name);
            try {
                return device.getXMLDescription();
            } finally {
                device.free();
            }
        } catch (LibvirtException e) {
            return null; // it went while somebody looked
        }
    }

    /** Names of the networks that are active. */
    public List<String> networks() throws LibvirtFault {
        return ask(() -> List.of(line.listNetworks()));
    }

    public boolean networkActive(String name) {
        try {
            Network network = line.networkLookupByName(name);
            try {
                return network.isActive() == 1;
            } finally {
                network.free();
            }
        } catch (LibvirtException e) {
            return false;
        }
    }

    // -- guests

    /** Ids of all that run. */
    public List<String> running() throws LibvirtFault {
        return ask(() -> {
            List<String> ids = new ArrayList<>();
            for (Domain domain : line.listAllDomains(LIST_ACTIVE)) {
                ids.add(domain.getUUIDString());
                domain.free();
            }
            return ids;
        });
    }

    /** The id of the guest with that name; null where there is none. */
    public @Nullable String idOf(String name) throws LibvirtFault {
        try {
            return ask(() -> {
                Domain domain = line.domainLookupByName(name);
                try {
                    return domain.getUUIDString();
                } finally {
                    domain.free();
                }
            });
        } catch (LibvirtFault e) {
            if (e.code() == LibvirtFault.NO_DOMAIN) {
                return null;
            }
            throw e;
        }
    }

    public void define(String xml) throws LibvirtFault {
        ask(() -> line.domainDefineXML(xml).free());
    }

    /** Starts one that is gone without a trace when it ends, or when this connection does. */
    public void startFleeting(String xml) throws LibvirtFault {
        ask(() -> line.domainCreateXML(xml, AUTO_DESTROY).free());
    }

    public void start(String id) throws LibvirtFault {
        with(id, Domain::create);
    }

    /** Left before its first instruction. One whose memory was saved is left where it was. */
    public void startPaused(String id) throws LibvirtFault {
        with(id, domain -> domain.create(START_PAUSED));
    }

    public void pause(String id) throws LibvirtFault {
        with(id, domain -> {
            domain.suspend();
            return 0;
        });
    }

    public void resume(String id) throws LibvirtFault {
        with(id, domain -> {
            domain.resume();
            return 0;
        });
    }

    /** Writes its memory into a folder of libvirt's and ends it. */
    public void save(String id) throws LibvirtFault {
        with(id, Domain::managedSave);
    }

    /** Bytes that a long act on it has written, and all that there are; zeros where it is at none. */
    public long[] written(String id) throws LibvirtFault {
        return with(id, domain -> {
            DomainJobInfo job = domain.getJobInfo();
            return new long[]{job.getDataProcessed(), job.getDataTotal()};
        });
    }

    /** Breaks off the long act that it is at. */
    public void breakOff(String id) throws LibvirtFault {
        with(id, domain -> {
            domain.abortJob();
            return 0;
        });
    }

    public boolean saved(String id) throws LibvirtFault {
        return with(id, Domain::hasManagedSaveImage) == 1;
    }

    public void discardSaved(String id) throws LibvirtFault {
        with(id, Domain::managedSaveRemove);
    }

    /** @param flags of {@code SHUTDOWN_…}: the ways to ask are the same */
    public void reboot(String id, int flags) throws LibvirtFault {
        with(id, domain -> {
            domain.reboot(flags);
            return 0;
        });
    }

    public void reset(String id) throws LibvirtFault {
        with(id, domain -> {
            domain.reset();
            return 0;
        });
    }

    public void destroy(String id) throws LibvirtFault {
        with(id, domain -> {
            domain.destroy();
            return 0;
        });
    }

    /** With all that libvirt itself keeps of it. */
    public void undefine(String id) throws LibvirtFault {
        with(id, domain -> {
            domain.undefine(UNDEFINE_ALL);
            return 0;
        });
    }

    public boolean active(String id) throws LibvirtFault {
        return with(id, Domain::isActive) == 1;
    }

    public String xml(String id) throws LibvirtFault {
        return with(id, domain -> domain.getXMLDesc(0));
    }

    public void attachDevice(String id, String xml, int flags) throws LibvirtFault {
        with(id, domain -> {
            domain.attachDeviceFlags(xml, flags);
            return 0;
        });
    }

    /** Asks the guest to let go of a device; libvirt waits a moment for it, and returns whether it has or not. */
    public void detachDevice(String id, String xml, int flags) throws LibvirtFault {
        with(id, domain -> {
            domain.detachDeviceFlags(xml, flags);
            return 0;
        });
    }

    /** Of a guest that runs: it waits a moment for CPUs that are to go. */
    public void setCpus(String id, int cpus) throws LibvirtFault {
        with(id, domain -> {
            domain.setVcpus(cpus);
            return 0;
        });
    }

    public void updateDevice(String id, String xml, int flags) throws LibvirtFault {
        with(id, domain -> domain.updateDeviceFlags(xml, flags));
    }

    public void shutdown(String id, int flags) throws LibvirtFault {
        withPointer(id, domain -> libvirt.virDomainShutdownFlags(domain, flags));
    }

    public StateOfGuest state(String id) throws LibvirtFault {
        IntByReference state = new IntByReference();
        IntByReference reason = new IntByReference();
        withPointer(id, domain -> libvirt.virDomainGetState(domain, state, reason, 0));
        return new StateOfGuest(state.getValue(), reason.getValue());
    }

    /** What the guest's agent answers within {@code seconds}; {@code types} of {@code GUEST_…}. */
    public Map<String, Object> guestInfo(String id, int types, int seconds) throws LibvirtFault {
        PointerByReference parameters = new PointerByReference();
        IntByReference count = new IntByReference();
        withPointer(id, domain -> {
            libvirt.virDomainAgentSetResponseTimeout(domain, seconds, 0); // where it is not known, libvirt's own 5 s hold
            return libvirt.virDomainGetGuestInfo(domain, types, parameters, count, 0);
        });
        Pointer array = parameters.getValue();
        if (array == null) {
            return Map.of();
        }
        try {
            return Parameters.read(array, count.getValue());
        } finally {
            libvirt.virTypedParamsFree(array, count.getValue());
        }
    }

    /** With passwords, and without what only this host could understand: what another host is to run. Never logged. */
    public String movableXml(String id) throws LibvirtFault {
        return with(id, domain -> domain.getXMLDesc(XML_SECURE | XML_MIGRATABLE));
    }

    /**
     * Sends a guest that runs to another libvirt, which this one calls; returns when it has gone.
     *
     * @param parameters libvirt's typed parameters: texts and whole numbers; a list of texts gives one of that name each
     */
    public void migrate(String id, String uri, Map<String, Object> parameters, int flags) throws LibvirtFault {
        PointerByReference array = new PointerByReference();
        IntByReference count = new IntByReference();
        IntByReference most = new IntByReference();
        try {
            for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
                add(array, count, most, parameter.getKey(), parameter.getValue());
            }
            withPointer(id, domain -> libvirt.virDomainMigrateToURI3(domain, uri, array.getValue(), count.getValue(), flags));
        } finally {
            if (array.getValue() != null) {
                libvirt.virTypedParamsFree(array.getValue(), count.getValue());
            }
        }
    }

    private void add(PointerByReference array, IntByReference count, IntByReference most, String name, Object value) throws LibvirtFault {
        if (value instanceof List<?> list) {
            for (Object one : list) {
                add(array, count, most, name, one);
            }
            return;
        }
        int result = value instanceof Long number
                ? libvirt.virTypedParamsAddULLong(array, count, most, name, number)
                : libvirt.virTypedParamsAddString(array, count, most, name, value.toString());
        if (result < 0) {
            throw lastError();
        }
    }

    /** The job that works on a guest now: its numbers by libvirt's names; empty where there is none. */
    public Map<String, Object> job(String id) throws LibvirtFault {
        return job(id, 0);
    }

    /** The last job that ended well here, such as the guest's arrival. */
    public Map<String, Object> lastJob(String id) throws LibvirtFault {
        return job(id, JOB_COMPLETED);
    }

    private Map<String, Object> job(String id, int flags) throws LibvirtFault {
        IntByReference type = new IntByReference();
        PointerByReference array = new PointerByReference();
        IntByReference count = new IntByReference();
        withPointer(id, domain -> libvirt.virDomainGetJobStats(domain, type, array, count, flags));
        Pointer parameters = array.getValue();
        if (parameters == null) {
            return Map.of();
        }
        try {
            return type.getValue() == 0 ? Map.of() : Parameters.read(parameters, count.getValue());
        } finally {
            libvirt.virTypedParamsFree(parameters, count.getValue());
        }
    }

    public void abortJob(String id) throws LibvirtFault {
        withPointer(id, libvirt::virDomainAbortJob);
    }

    /** One command to QEMU itself, in its JSON, and its answer: for what libvirt has no call. libvirt marks the guest as tainted by it. */
    public String monitor(String id, String json) throws LibvirtFault {
        NativeQemu qemu = com.sun.jna.Native.load("virt-qemu", NativeQemu.class);
        PointerByReference answer = new PointerByReference();
        withPointer(id, domain -> qemu.virDomainQemuMonitorCommand(domain, json, answer, 0));
        Pointer text = answer.getValue();
        if (text == null) {
            return "";
        }
        try {
            return text.getString(0, "UTF-8");
        } finally {
            com.sun.jna.Native.free(Pointer.nativeValue(text));
        }
    }

    /** How long a guest that is being sent may stand still at the end, in milliseconds. */
    public void maxDowntime(String id, long millis) throws LibvirtFault {
        withPointer(id, domain -> libvirt.virDomainMigrateSetMaxDowntime(domain, millis, 0));
    }

    /** The guest goes on at the other end at once, and the rest of its memory follows. */
    public void startPostCopy(String id) throws LibvirtFault {
        withPointer(id, domain -> libvirt.virDomainMigrateStartPostCopy(domain, 0));
    }

    /** One command to the guest's agent, in its JSON, and its answer. */
    public String agentCommand(String id, String json, int seconds) throws LibvirtFault {
        return with(id, domain -> domain.qemuAgentCommand(json, seconds, 0));
    }

    /** Statistics of all guests in one call. A guest that is busy with another call tells only what it can tell at once. */
    public List<DomainStats> stats() throws LibvirtFault {
        PointerByReference found = new PointerByReference();
        int count = libvirt.virConnectGetAllDomainStats(line.pointer(), STATS, found, NO_WAIT);
        if (count < 0) {
            throw lastError();
        }
        Pointer records = found.getValue();
        if (records == null) {
            return List.of();
        }
        try {
            List<DomainStats> all = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                // struct { virDomainPtr dom; virTypedParameterPtr params; int nparams; }
                Pointer record = records.getPointer((long) i * Parameters.POINTER);
                Pointer domain = record.getPointer(0);
                byte[] id = new byte[37];
                libvirt.virDomainGetUUIDString(domain, id);
                Pointer parameters = record.getPointer(Parameters.POINTER);
                int size = record.getInt(2L * Parameters.POINTER);
                all.add(new DomainStats(new String(id, 0, 36, StandardCharsets.US_ASCII), libvirt.virDomainGetName(domain),
                        parameters == null ? Map.of() : Parameters.read(parameters, size)));
            }
            return all;
        } finally {
            libvirt.virDomainStatsRecordListFree(records);
        }
    }

    EventHooks listen(LibvirtEvents events) {
        return new EventHooks(libvirt, line.pointer(), events);
    }

    void close() {
        try {
            line.close();
        } catch (LibvirtException e) {
            // it is gone either way
        }
    }

    // -- serial lines

    /** The serial line of a guest, as a stream that never waits. Given back with {@link #hangUp}. */
    public Pointer openConsole(String id) throws LibvirtFault {
        Pointer stream = libvirt.virStreamNew(line.pointer(), STREAM_NO_WAIT);
        if (stream == null) {
            throw lastError();
        }
        try {
            withPointer(id, domain -> libvirt.virDomainOpenConsole(domain, null, stream, 0));
            return stream;
        } catch (LibvirtFault e) {
            libvirt.virStreamFree(stream);
            throw e;
        }
    }

    /** Number of bytes that came; {@link #NOTHING_YET}, or 0 at the end. */
    public int receive(Pointer stream, byte[] buffer) throws LibvirtFault {
        return moved(libvirt.virStreamRecv(stream, buffer, buffer.length));
    }

    /** Number of bytes that were taken; {@link #NOTHING_YET} where there is no room for any now. */
    public int send(Pointer stream, byte[] bytes) throws LibvirtFault {
        return moved(libvirt.virStreamSend(stream, bytes, bytes.length));
    }

    private int moved(int result) throws LibvirtFault {
        if (result == -1) {
            throw lastError();
        }
        return result;
    }

    /** Ends a stream, once. */
    public void hangUp(Pointer stream) {
        libvirt.virStreamAbort(stream); // of one that has ended libvirt says so, and that is all
        libvirt.virStreamFree(stream);
    }
}
