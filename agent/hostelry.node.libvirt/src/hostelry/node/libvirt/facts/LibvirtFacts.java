package hostelry.node.libvirt.facts;

import hostelry.node.api.FaultCode;
import hostelry.node.api.Facts;
import hostelry.node.api.HostFacts;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import hostelry.node.api.Report.Screen;
import hostelry.node.api.Report.Note;
import hostelry.node.api.hook.HookFacts;
import hostelry.node.api.hook.Hooks;
import hostelry.node.libvirt.disks.Space;
import hostelry.node.libvirt.link.LibvirtEvents;
import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.link.Session;
import hostelry.node.libvirt.xml.GuestXml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What the node tells: a board that an observer keeps true. */
public final class LibvirtFacts implements Facts, AutoCloseable {
    private final String hostId;
    private final Board board;
    private final HostReader reader;
    private final KvmProbe kvm;
    private final Hooks hooks;
    private final Space space;
    private final Observer observer;
    private final Sessions sessions;

    /** Where the line to libvirt comes from. */
    public interface Sessions {
        Session session() throws NodeFault;
    }

    /** Who wants to know of viewers of a console, and knows where they find it. */
    public interface Viewers {
        /** @param phase libvirt's */
        void viewer(String id, int phase);

        /** Of a guest that runs. */
        List<Screen> screens(GuestXml guest);
    }

    /**
     * @param untold file for what happens while nobody listens
     * @param ended is told of each guest that has ended, with its id; must return quickly
     * @throws IOException where that file can't be read
     */
    public LibvirtFacts(Path untold, String hostId, HostReader reader, KvmProbe kvm, Space space, Hooks hooks, Sessions sessions,
            Viewers viewers,
            Consumer<String> ended) throws IOException {
        this.board = new Board(new UntoldFile(untold));
        this.hooks = hooks;
        this.hostId = hostId;
        this.reader = reader;
        this.kvm = kvm;
        this.space = space;
        this.sessions = sessions;
        this.observer = new Observer(hostId, board, reader, kvm, space, new StartTimes(Path.of("/proc")), viewers, ended);
        observer.start();
    }

    @Override
    public HostFacts host() throws NodeFault {
        Session session = sessions.session();
        try {
            return reader.anew(hostId, session, kvm.now());
        } catch (LibvirtFault e) {
            throw new NodeFault(FaultCode.UNAVAILABLE, "libvirt does not tell about the host: " + e.getMessage(), e);
        }
    }

    @Override
    public List<HookFacts> hooks() {
        return hooks.list();
    }

    /** Something that an administrator should read. */
    public void note(Note note) {
        board.note(note);
    }

    @Override
    public AutoCloseable watch(Consumer<Report> reports, Consumer<String> ended) throws NodeFault {
        board.storages(space.look());
        return board.watch(reports, ended);
    }

    /** A guest is being started, or no more. */
    public void starting(String id, boolean now) {
        observer.starting(id, now);
    }

    /** Something was done to a guest: returns when that is told. */
    public void settle(String id) {
        observer.settle(id);
    }

    /** Storage domains came or went. */
    public void storagesChanged() {
        observer.lookAtSpace();
    }

    /** The host's networks are others than before. */
    public void networksChanged() {
        observer.lookAtNetworks();
    }

    /** Who takes libvirt's events. */
    public LibvirtEvents events() {
        return observer;
    }

    /** libvirt is there. */
    public void up(Session session) throws LibvirtFault {
        observer.up(session);
    }

    /** libvirt is not there any more. */
    public void down(String reason) {
        observer.down(reason);
    }

    @Override
    public void close() {
        observer.close();
    }
}
