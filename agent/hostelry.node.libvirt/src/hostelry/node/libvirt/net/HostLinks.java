package hostelry.node.libvirt.net;

import hostelry.node.api.FaultCode;
import hostelry.node.api.LinkSpec;
import hostelry.node.api.Links;
import hostelry.node.api.NicFacts;
import hostelry.node.api.NodeFault;
import hostelry.node.libvirt.net.LinkFile.Content;
import hostelry.node.libvirt.net.LinkFile.Pending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the networks of this host whole or not at all, and takes a change back that nobody confirms. What was made and what waits stands in a file before the first
 * step is taken: a node that was killed goes on where it was, and a host that was started anew has its networks again.
 */
public final class HostLinks implements Links, AutoCloseable {
    private static final long SECOND = 1000;
    private final Logger log = LoggerFactory.getLogger(HostLinks.class);
    private final LinkFile file;
    private final Ground ground;
    private final Commands commands;
    private final Path vswitchModule;
    private final Clock clock;
    private final Consumer<String> warn;
    private final Runnable changed;
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("networks").factory());

    /**
     * @param file of what was made
     * @param keeper writes it whole
     * @param devices where the kernel lists network devices
     * @param addresses of a device
     * @param routes of this host
     * @param cards as this host tells them
     * @param warn is told what an administrator should read
     * @param changed is called when the host's networks are others than before
     */
    public HostLinks(Path file, Keeper keeper, Path devices, Function<String, List<String>> addresses, Routes routes,
            Supplier<List<NicFacts>> cards, Commands commands, Clock clock, Consumer<String> warn, Runnable changed) {
        this.file = new LinkFile(file, keeper::write);
        this.ground = new Ground(devices, addresses, routes, cards, commands);
        this.vswitchModule = Path.of("/sys/module/openvswitch");
        this.commands = commands;
        this.clock = clock;
        this.warn = warn;
        this.changed = changed;
    }

    /** Writes a file whole, or not at all. */
    public interface Keeper {
        void write(Path file, byte[] content) throws IOException;
    }

    /** Goes on where the last process was; on a thread of its own. */
    public void start() {
        timer.execute(this::resume);
    }

    synchronized void resume() {
        try {
            Content content = file.read();
            Pending pending = content.pending();
            if (pending == null) {
                if (!content.backEnd().isEmpty()) {
                    mend(backEnd(content.backEnd()), content.made(), content.held());
                }
            } else if (pending.until() <= clock.millis()) {
                takeBack(content, pending);
            } else {
                expect(pending);
            }
        } catch (IOException e) {
            warn.accept("The file of this host's networks can't be used: " + e.getMessage());
        }
    }

    @Override
    public synchronized List<String> plan(LinkSpec wanted) throws NodeFault {
        Content content = read();
        waiting(content);
        return steps(choose(content, wanted), content, wanted, ground.held(content.held(), content.made(), wanted)).stream()
                .filter(step -> !step.there().isEmpty())
                .map(step -> String.join(" ", step.there())).toList();
    }

    private List<Step> steps(BackEnd by, Content content, LinkSpec wanted, List<Held> held) throws NodeFault {
        LinkSpec made = content.made();
        ground.free(made, wanted, by.word().equals(VswitchLinks.WORD), held);
        List<Step> steps = new ArrayList<>(ground.mending(by, made));
        steps.addAll(Steps.between(by, ground.left(made), content.held(), wanted, held));
        return steps;
    }

    @Override
    public synchronized void apply(String key, LinkSpec wanted, int seconds) throws NodeFault {
        Content old = read();
        Pending known = old.pending();
        if (old.confirmed().equals(key) || known != null && known.key().equals(key)) {
            return;
        }
        waiting(old);
        BackEnd by = choose(old, wanted);
        List<Held> held = ground.held(old.held(), old.made(), wanted);
        List<Step> steps = steps(by, old, wanted, held);
        // from here on a node that is killed takes it back when it is there again
        write(new Content(by.word(), wanted, old.confirmed(), new Pending(key, clock.millis(), old.made(), old.held()), held));
        try {
            all(steps);
        } catch (NodeFault e) {
            write(old);
            throw e;
        }
        if (seconds == 0) {
            write(new Content(by.word(), wanted, key, null, held));
        } else {
            Pending pending = new Pending(key, clock.millis() + seconds * SECOND, old.made(), old.held());
            write(new Content(by.word(), wanted, old.confirmed(), pending, held));
            expect(pending);
        }
        changed.run();
    }

    @Override
    public synchronized void confirm(String key) throws NodeFault {
        Content content = read();
        Pending pending = content.pending();
        if (pending != null && pending.key().equals(key)) {
            write(new Content(content.backEnd(), content.made(), key, null, content.held()));
        } else if (!content.confirmed().equals(key)) {
            throw new NodeFault(FaultCode.CONFLICT, "The host has taken this change of its networks back, or never had it.");
        }
    }

    private static void waiting(Content content) throws NodeFault {
        if (content.pending() != null) {
            throw new NodeFault(FaultCode.CONFLICT,
                    "The last change of this host's networks still waits for its confirmation. Try again when it is confirmed or taken back.");
        }
    }

    private BackEnd choose(Content content, LinkSpec wanted) throws NodeFault {
        if (!content.made().nets.isEmpty()) {
            return backEnd(content.backEnd());
        }
        if (ground.kernelDoesAll()) {
            return backEnd(KernelLinks.WORD);
        }
        if (ground.vswitchAnswers()) {
            return backEnd(VswitchLinks.WORD);
        }
        if (wanted.bonds.isEmpty() && wanted.nets.stream().allMatch(net -> net.vlan == 0)) {
            return backEnd(KernelLinks.WORD);
        }
        throw new NodeFault(FaultCode.UNAVAILABLE,
                "This host's kernel makes no VLANs or bonds for the node, and Open vSwitch does not answer. Run the node as root, or install openvswitch-switch there and start it.");
    }

    private BackEnd backEnd(String word) {
        return word.equals(VswitchLinks.WORD) ? new VswitchLinks(!Files.isDirectory(vswitchModule)) : new KernelLinks();
    }

    private void all(List<Step> steps) throws NodeFault {
        Deque<Step> done = new ArrayDeque<>();
        for (Step step : steps) {
            try {
                run(step.there());
                done.push(step);
            } catch (NodeFault e) {
                done.forEach(one -> tryTo(one.back()));
                throw new NodeFault(FaultCode.FAILED,
                        "Nothing has changed, since a step failed: " + String.join(" ", step.there()) + ": " + e.getFaultInfo().detail, e);
            }
        }
    }

    private void run(List<String> command) throws NodeFault {
        if (!command.isEmpty()) {
            log.info("{}", String.join(" ", command));
            commands.run(command);
        }
    }

    /** On the way back everything is tried: what never came needs not go. */
    private void tryTo(List<String> command) {
        try {
            run(command);
        } catch (NodeFault e) {
            log.warn("On the way back: {}", e.getFaultInfo().detail);
        }
    }

    private void expect(Pending pending) {
        long wait = Math.max(0, pending.until() - clock.millis());
        timer.schedule(() -> expire(pending.key()), wait, TimeUnit.MILLISECONDS);
    }

    private synchronized void expire(String key) {
        try {
            Content content = file.read();
            Pending pending = content.pending();
            if (pending != null && pending.key().equals(key)) {
                takeBack(content, pending);
            }
        } catch (IOException e) {
            warn.accept("A change of this host's networks could not be taken back: " + e.getMessage());
        }
    }

    private void takeBack(Content content, Pending pending) throws IOException {
        BackEnd by = backEnd(content.backEnd());
        Steps.between(by, content.made(), content.held(), pending.before(), pending.held()).forEach(step -> tryTo(step.there()));
        mend(by, pending.before(), pending.held());
        file.write(new Content(content.backEnd(), pending.before(), content.confirmed(), null, pending.held()));
        warn.accept("The change of this host's networks was taken back, since nobody has confirmed it in time.");
        changed.run();
    }

    /** After a new start of the host, or half a change, some of it is not there. */
    private void mend(BackEnd by, LinkSpec made, List<Held> held) {
        List<Held> back = held.stream().filter(ground::has).toList();
        if (back.isEmpty() && made.nets.stream().allMatch(ground::has)) {
            return;
        }
        back.forEach(one -> tryTo(one.taken().there()));
        LinkSpec present = new LinkSpec();
        if (by.word().equals(KernelLinks.WORD)) { // steps of the other one may be repeated
            made.bonds.stream().filter(bond -> ground.has(bond.name)).forEach(present.bonds::add);
            made.nets.stream().filter(ground::has).forEach(present.nets::add);
        }
        Steps.between(by, present, made).forEach(step -> tryTo(step.there()));
        changed.run();
    }

    private Content read() throws NodeFault {
        try {
            return file.read();
        } catch (IOException e) {
            throw new NodeFault(FaultCode.FAILED, "The file of this host's networks can't be read: " + e.getMessage(), e);
        }
    }

    private void write(Content content) throws NodeFault {
        try {
            file.write(content);
        } catch (IOException e) {
            throw new NodeFault(FaultCode.FAILED, "The file of this host's networks can't be written: " + e.getMessage(), e);
        }
    }

    /** What waits goes on waiting in the file. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
