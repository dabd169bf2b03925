package hostelry.model.data;

import hostelry.model.Vm;

/** Where a machine comes from, which tells who decides what it is. {@code hostelry}: this estate. */
public final class Origins {
    public static final String HOSTELRY = "hostelry";
    /** Found on a host, where somebody else has defined it: watched and stopped here, and no more. */
    public static final String EXTERNAL = "external";
    /** Found on a host and taken over since: it is started and kept here, and what it has is said by its definition on its host. */
    public static final String ADOPTED = "adopted";

    private Origins() {}

    public static boolean external(Vm vm) {
        return EXTERNAL.equals(vm.getOrigin());
    }

    public static boolean adopted(Vm vm) {
        return ADOPTED.equals(vm.getOrigin());
    }

    /** What it has is said by its host and not here. */
    public static boolean definedByItsHost(Vm vm) {
        return external(vm) || adopted(vm);
    }
}
