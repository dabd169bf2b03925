package hostelry.wire;

/** A way to something that belongs to a noun. */
public record Link(String rel, String href) {}
