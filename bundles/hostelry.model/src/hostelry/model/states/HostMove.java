package hostelry.model.states;

/** What may be asked of a host. */
public enum HostMove {
    APPROVE, MAINTENANCE, ACTIVATE, REMOVE, INSTALL, REINSTALL, UPGRADE, REFRESH, FENCE, FENCE_START, CONFIRM_REBOOTED
}
