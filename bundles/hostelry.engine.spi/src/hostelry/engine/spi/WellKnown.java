package hostelry.engine.spi;

/** Ids of what every estate has from its first start. */
public final class WellKnown {
    public static final String DATA_CENTER = "00000001-0001-0001-0001-000000000001";
    public static final String CLUSTER = "00000002-0002-0002-0002-000000000002";
    /** The network {@code ovirtmgmt}; oVirt gives it the same id. */
    public static final String NETWORK = "00000000-0000-0000-0000-000000000009";
    /** The vNIC profile {@code ovirtmgmt}. */
    public static final String VNIC_PROFILE = "0000000a-000a-000a-000a-00000000000a";
    /** The template {@code Blank}; oVirt's clients expect this id. */
    public static final String BLANK = "00000000-0000-0000-0000-000000000000";
    /** {@code admin@internal}. */
    public static final String ADMIN = "0000000b-000b-000b-000b-00000000000b";
    /** The MAC pool {@code Default}; oVirt gives it the same id. */
    public static final String MAC_POOL = "58ca604b-01a7-003f-01de-000000000250";
    /** The group of all users; nobody joins or leaves it. oVirt gives it the same id. */
    public static final String EVERYONE = "eee00000-0000-0000-0000-123456789eee";

    private WellKnown() {}
}
