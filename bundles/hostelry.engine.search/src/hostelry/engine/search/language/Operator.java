package hostelry.engine.search.language;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** How a field is compared with a value. */
public enum Operator {
    IS("="), IS_NOT("!="), LESS("<"), MORE(">"), AT_MOST("<="), AT_LEAST(">=");

    /** For what is the same or another. */
    public static final Set<Operator> SAMENESS = Set.copyOf(EnumSet.of(IS, IS_NOT));
    /** For what has an order. */
    public static final Set<Operator> ALL = Set.copyOf(EnumSet.allOf(Operator.class));

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    static Operator of(String sign) {
        return Arrays.stream(values()).filter(operator -> operator.sign.equals(sign)).findFirst().orElseThrow();
    }

    /** Does it hold between two that compare so, as {@link Comparable#compareTo} says? */
    public boolean holds(int comparison) {
        return switch (this) {
            case IS -> comparison == 0;
            case IS_NOT -> comparison != 0;
            case LESS -> comparison < 0;
            case MORE -> comparison > 0;
            case AT_MOST -> comparison <= 0;
            case AT_LEAST -> comparison >= 0;
        };
    }
}
