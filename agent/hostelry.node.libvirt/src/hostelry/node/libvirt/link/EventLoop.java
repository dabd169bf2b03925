package hostelry.node.libvirt.link;

import com.sun.jna.Callback;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * libvirt's event loop, on one thread of our own: it waits with {@code poll} for what libvirt asks it to.
 *
 * <p>libvirt brings a loop, but that one turns GLib's default context, which belongs to GTK where the window lives in the same process: GTK's own events would
 * be served on our thread. So libvirt is given this one. It has one loop for a whole process and no way to give it back: hence the static reference, and a
 * thread that lives as long as the process.
 */
final class EventLoop {
    private static final AtomicReference<@Nullable EventLoop> RUNNING = new AtomicReference<>();
    private static final int POLLFD_BYTES = 8;

    /** libvirt's {@code virEventHandleCallback}. */
    interface Ready extends Callback {
        void ready(int watch, int fd, int events, @Nullable Pointer opaque);
    }

    /** libvirt's {@code virEventTimeoutCallback}. */
    interface Tick extends Callback {
        void fired(int timer, @Nullable Pointer opaque);
    }

    /** libvirt's {@code virFreeCallback}. */
    interface Free extends Callback {
        void free(@Nullable Pointer opaque);
    }

    interface AddHandle extends Callback {
        int add(int fd, int events, Ready ready, @Nullable Pointer opaque, @Nullable Free free);
    }

    interface UpdateHandle extends Callback {
        void update(int watch, int events);
    }

    interface Remove extends Callback {
        int remove(int number);
    }

    interface AddTimeout extends Callback {
        int add(int milliseconds, Tick tick, @Nullable Pointer opaque, @Nullable Free free);
    }

    interface UpdateTimeout extends Callback {
        void update(int timer, int milliseconds);
    }

    /** libvirt's {@code virErrorFunc}. */
    interface Quiet extends Callback {
        void error(@Nullable Pointer data, @Nullable Pointer error);
    }

    private static final class Handle {
        final int fd;
        final Ready ready;
        final @Nullable Pointer opaque;
        final @Nullable Free free;
        int events;

        Handle(int fd, int events, Ready ready, @Nullable Pointer opaque, @Nullable Free free) {
            this.fd = fd;
            this.events = events;
            this.ready = ready;
            this.opaque = opaque;
            this.free = free;
        }
    }

    private static final class Timer {
        final Tick tick;
        final @Nullable Pointer opaque;
        final @Nullable Free free;
        /** Negative: off. */
        long milliseconds;
        long due;

        Timer(Tick tick, @Nullable Pointer opaque, @Nullable Free free) {
            this.tick = tick;
            this.opaque = opaque;
            this.free = free;
        }

        void every(long wanted) {
            milliseconds = wanted;
            due = wanted < 0 ? Long.MAX_VALUE : now() + wanted;
        }
    }

    private final C c;
    private final int wakeRead;
    private final int wakeWrite;
    private final Map<Integer, Handle> handles = new TreeMap<>();
    private final Map<Integer, Timer> timers = new TreeMap<>();
    private final List<Runnable> frees = new ArrayList<>();
    private int numbers;

    // libvirt keeps these as long as the process lives: so must we
    private final AddHandle addHandle = this::addHandle;
    private final UpdateHandle updateHandle = this::updateHandle;
    private final Remove removeHandle = this::removeHandle;
    private final AddTimeout addTimeout = this::addTimeout;
    private final UpdateTimeout updateTimeout = this::updateTimeout;
    private final Remove removeTimeout = this::removeTimeout;
    // libvirt's noise on standard error is of no use: every error comes back as an exception
    private final Quiet quiet = (data, error) -> {};

    private EventLoop(C c) {
        this.c = c;
        int[] ends = new int[2];
        if (c.pipe2(ends, C.O_CLOEXEC | C.O_NONBLOCK) != 0) {
            throw new IllegalStateException("no pipe for libvirt's event loop");
        }
        this.wakeRead = ends[0];
        this.wakeWrite = ends[1];
    }

    /** Must be called before the first connection is opened. */
    static void start(Native libvirt, C c) {
        synchronized (RUNNING) {
            if (RUNNING.get() != null) {
                return;
            }
            EventLoop loop = new EventLoop(c);
            RUNNING.set(loop);
            libvirt.virSetErrorFunc(null, loop.quiet);
            libvirt.virEventRegisterImpl(loop.addHandle, loop.updateHandle, loop.removeHandle, loop.addTimeout, loop.updateTimeout,
                    loop.removeTimeout);
            Thread.ofPlatform().daemon().name("libvirt events").start(loop::turn);
        }
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    // --- what libvirt calls, on any thread -------------------------------------------------------------------------

    private synchronized int addHandle(int fd, int events, Ready ready, @Nullable Pointer opaque, @Nullable Free free) {
        int watch = ++numbers;
        handles.put(watch, new Handle(fd, events, ready, opaque, free));
        wake();
        return watch;
    }

    private synchronized void updateHandle(int watch, int events) {
        Handle handle = handles.get(watch);
        if (handle != null) {
            handle.events = events;
            wake();
        }
    }

    private synchronized int removeHandle(int watch) {
        Handle handle = handles.remove(watch);
        if (handle == null) {
            return -1;
        }
        freeLater(handle.free, handle.opaque);
        return 0;
    }

    private synchronized int addTimeout(int milliseconds, Tick tick, @Nullable Pointer opaque, @Nullable Free free) {
        int number = ++numbers;
        Timer timer = new Timer(tick, opaque, free);
        timer.every(milliseconds);
        timers.put(number, timer);
        wake();
        return number;
    }

    private synchronized void updateTimeout(int number, int milliseconds) {
        Timer timer = timers.get(number);
        if (timer != null) {
            timer.every(milliseconds);
            wake();
        }
    }

    private synchronized int removeTimeout(int number) {
        Timer timer = timers.remove(number);
        if (timer == null) {
            return -1;
        }
        freeLater(timer.free, timer.opaque);
        return 0;
    }

    /** libvirt holds locks while it removes: what it hands over is freed by the loop, outside of them. */
    private void freeLater(@Nullable Free free, @Nullable Pointer opaque) {
        if (free != null) {
            frees.add(() -> free.free(opaque));
        }
        wake();
    }

    private void wake() {
        c.write(wakeWrite, new byte[1], 1); // a full pipe has woken the loop already
    }

    // --- the loop --------------------------------------------------------------------------------------------------

    private void turn() {
        byte[] drain = new byte[64];
        while (true) {
            List<Integer> watches;
            Memory fds;
            long wait;
            synchronized (this) {
                watches = handles.entrySet().stream().filter(entry -> entry.getValue().events != 0).map(Map.Entry::getKey).toList();
                fds = new Memory((long) POLLFD_BYTES * (watches.size() + 1));
                set(fds, 0, wakeRead, C.POLLIN);
                for (int i = 0; i < watches.size(); i++) {
                    Handle handle = handles.get(watches.get(i));
                    set(fds, i + 1, handle.fd, poll(handle.events));
                }
                long due = timers.values().stream().mapToLong(timer -> timer.due).min().orElse(Long.MAX_VALUE);
                wait = !frees.isEmpty() ? 0 : due == Long.MAX_VALUE ? -1 : Math.max(0, Math.min(due - now(), Integer.MAX_VALUE));
            }
            c.poll(fds, watches.size() + 1L, (int) wait); // an interrupted call is as good as nothing ready: -1 leaves no bits
            if (fds.getShort(6) != 0) {
                while (c.read(wakeRead, drain, drain.length) == drain.length) {
                    // until it is empty
                }
            }
            serve(watches, fds);
            fds.close();
        }
    }

    private void serve(List<Integer> watches, Memory fds) {
        for (int i = 0; i < watches.size(); i++) {
            int events = libvirt(fds.getShort((long) POLLFD_BYTES * (i + 1) + 6));
            Handle handle;
            synchronized (this) {
                handle = handles.get(watches.get(i)); // may have been removed by one before it
            }
            if (events != 0 && handle != null) {
                handle.ready.ready(watches.get(i), handle.fd, events, handle.opaque);
            }
        }
        for (Map.Entry<Integer, Timer> entry : due()) {
            entry.getValue().tick.fired(entry.getKey(), entry.getValue().opaque);
        }
        List<Runnable> handedOver;
        synchronized (this) {
            handedOver = List.copyOf(frees);
            frees.clear();
        }
        handedOver.forEach(Runnable::run);
    }

    private synchronized List<Map.Entry<Integer, Timer>> due() {
        List<Map.Entry<Integer, Timer>> due = new ArrayList<>();
        for (Map.Entry<Integer, Timer> entry : timers.entrySet()) {
            if (entry.getValue().due <= now()) {
                entry.getValue().every(entry.getValue().milliseconds);
                due.add(Map.entry(entry.getKey(), entry.getValue()));
            }
        }
        return due;
    }

    private static void set(Memory fds, int index, int fd, short events) {
        long at = (long) POLLFD_BYTES * index;
        fds.setInt(at, fd);
        fds.setShort(at + 4, events);
        fds.setShort(at + 6, (short) 0);
    }

    /** libvirt's {@code virEventHandleType} as poll's bits. */
    private static short poll(int events) {
        int bits = 0;
        bits |= (events & 1) != 0 ? C.POLLIN : 0;
        bits |= (events & 2) != 0 ? C.POLLOUT : 0;
        bits |= (events & 4) != 0 ? C.POLLERR : 0;
        bits |= (events & 8) != 0 ? C.POLLHUP : 0;
        return (short) bits;
    }

    private static int libvirt(short bits) {
        int events = 0;
        events |= (bits & C.POLLIN) != 0 ? 1 : 0;
        events |= (bits & C.POLLOUT) != 0 ? 2 : 0;
        events |= (bits & (C.POLLERR | C.POLLNVAL)) != 0 ? 4 : 0;
        events |= (bits & C.POLLHUP) != 0 ? 8 : 0;
        return events;
    }
}
