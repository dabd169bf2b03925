package hostelry.model.states;

/** What may be asked of a virtual machine. */
public enum VmMove {
    RUN, RUN_ONCE, STOP, SHUTDOWN, REBOOT, RESET, PAUSE, SUSPEND, MIGRATE, CANCEL_MIGRATION, SNAPSHOT, REMOVE, TEMPLATE, EXPORT, CLONE,
    EDIT, TICKET
}
