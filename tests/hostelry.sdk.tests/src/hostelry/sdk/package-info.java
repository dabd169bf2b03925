/**
 * oVirt's own Java SDK, unmodified, drives the main job from outside: whoever changes the REST door sees here whether existing clients still get on.
 *
 * <p>Plain Java on a plain class path. Nothing of Hostelry's own code may come in: a client has none either.
 */
package hostelry.sdk;
