package hostelry.api;

/**
 * Loads of the last hour. The engine keeps them in memory, and nowhere else: after its restart the hour begins anew, and what was not seen is a gap.
 *
 * <p>Of each host there is a value for every ten seconds; of guests that run one for every minute, of twenty thousand guests at most. A guest's hour ends when it is
 * shut down.
 */
public interface Loads {
    /** NOT_FOUND for a host that is not there or that the caller may not see. */
    LoadHistory host(Caller caller, String host);

    /** NOT_FOUND for a VM that is not there or that the caller may not see. */
    LoadHistory vm(Caller caller, String vm);
}
