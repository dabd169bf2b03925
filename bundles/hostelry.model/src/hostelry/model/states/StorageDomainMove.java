package hostelry.model.states;

/** What may be asked of a storage domain in a data center. */
public enum StorageDomainMove {
    ATTACH, DETACH, ACTIVATE, DEACTIVATE
}
