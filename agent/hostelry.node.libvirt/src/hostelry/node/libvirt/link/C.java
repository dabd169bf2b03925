package hostelry.node.libvirt.link;

import com.sun.jna.Library;
import com.sun.jna.Memory;

/** What the event loop needs of the C library on Linux. */
interface C extends Library {
    short POLLIN = 1;
    short POLLOUT = 4;
    short POLLERR = 8;
    short POLLHUP = 16;
    short POLLNVAL = 32;
    int O_NONBLOCK = 0x800;
    int O_CLOEXEC = 0x80000;

    int pipe2(int[] ends, int flags);

    int poll(Memory fds, long count, int milliseconds);

    long read(int fd, byte[] bytes, long count);

    long write(int fd, byte[] bytes, long count);
}
