package hostelry.api;

/** What can be done to a job that runs; jobs and steps themselves are read through {@link Estate}. */
public interface Jobs {
    /** Asks it to stop and to take back what it did. Refused for a job that is over or can't be cancelled. */
    void cancel(Caller caller, String job);
}
