package hostelry.node.api.hook;

/**
 * What a hook left behind: its exit code, and the last of what it wrote to its standard error.
 *
 * @param event {@link HookPoint#folder()}
 * @param status exit code; 0 where all went well, -1 where it could not be run or did not end in time
 * @param text may be empty
 */
public record HookNote(String event, String name, int status, String text) {}
