package hostelry.console.kit.look;

import java.util.Locale;

/** Everything that is drawn; the file has the constant's name in small letters. */
public enum Icon {
    ESTATE, DATACENTER, CLUSTER, HOST, VM, DISK, DISC, STORAGE, NETWORK, NIC, TEMPLATE, USER, TASK, EVENT, CPU, MEMORY, PERFORMANCE,
    /** Severities. */
    NORMAL, WARNING, ERROR, ALERT,
    /** Verbs. */
    START, SHUTDOWN, STOP, CONSOLE, NEW, DELETE, UPLOAD, DOWNLOAD, EDIT, REFRESH, SEARCH, STAR, STARRED, BACK, FORWARD, MAINTAIN, ACTIVATE,
    CANCEL,
    COPY, CHANGECD, OPEN, KEYBOARD, WHY, TAG, BOOKMARK, GROUP, ROLE, PERMISSION, KEY, UNLOCK, LINK, EXPORT, MOVE,
    /** Statuses. */
    STATUS_UP, STATUS_BUSY, STATUS_PAUSED, STATUS_DOWN, STATUS_LOST, STATUS_MAINTENANCE, STATUS_LOCKED, STATUS_OK, STATUS_UNKNOWN,
    STATUS_WARNING;

    String file() {
        return "icons/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
    }
}
