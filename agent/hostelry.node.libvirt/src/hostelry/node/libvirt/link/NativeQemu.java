package hostelry.node.libvirt.link;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/** The calls of libvirt's library for QEMU alone. */
interface NativeQemu extends Library {
    int virDomainQemuMonitorCommand(Pointer domain, String command, PointerByReference result, int flags);
}
