package hostelry.model.data;

/**
 * A system that a guest may run.
 *
 * @param id oVirt's number of it
 * @param name as a VM has it in {@code os/type}
 * @param description for people
 */
public record OperatingSystem(int id, String name, String description) {
    /** Does it take the clock of its board for local time? */
    public boolean windows() {
        return name.startsWith("windows");
    }
}
