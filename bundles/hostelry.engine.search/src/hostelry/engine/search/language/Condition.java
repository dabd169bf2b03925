package hostelry.engine.search.language;

import java.util.List;

/** What must hold. */
public sealed interface Condition {
    /** At least one of them; two or more. */
    record AnyOf(List<Condition> conditions) implements Condition {
        public AnyOf {
            conditions = List.copyOf(conditions);
        }
    }

    /** Each of them; two or more. */
    record AllOf(List<Condition> conditions) implements Condition {
        public AllOf {
            conditions = List.copyOf(conditions);
        }
    }

    record Compare(Field field, Operator operator, int operatorFrom, int operatorTo, Value value) implements Condition {}

    /** A text that stands anywhere in the main texts of a noun. */
    record Free(Value value) implements Condition {}

    /** {@code name} as it is written, such as {@code Hosts.name}. */
    record Field(String name, int from, int to) {}
}
