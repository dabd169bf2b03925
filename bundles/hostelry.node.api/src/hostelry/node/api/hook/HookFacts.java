package hostelry.node.api.hook;

/**
 * A hook that a host has.
 *
 * @param event {@link HookPoint#folder()}
 * @param name of its file, or of the plug-in's service
 * @param md5 of its bytes, as oVirt shows it; empty for a service
 * @param sha256 of its bytes; empty for a service
 * @param trouble a sentence why it will not be run; empty where all is well
 */
public record HookFacts(String event, String name, String md5, String sha256, String trouble) {}
