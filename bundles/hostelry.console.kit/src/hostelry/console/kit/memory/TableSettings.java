package hostelry.console.kit.memory;

import hostelry.console.kit.Memory;

/** How somebody left a table: by which column it is sorted and how wide the columns are. */
public final class TableSettings {
    /** Narrower than this a column can't be taken hold of any more. */
    private static final int NARROWEST = 24;

    private final Memory memory;
    private final String table;

    /** @param table its name in the memory */
    public TableSettings(Memory memory, String table) {
        this.memory = memory;
        this.table = table;
    }

    /** Key of the column by which it is sorted, or {@code otherwise}. */
    public String sort(String otherwise) {
        return memory.get(table + ".sort", otherwise);
    }

    /** Is it sorted the other way round? */
    public boolean down() {
        return Boolean.parseBoolean(memory.get(table + ".down", "false"));
    }

    public void sorted(String column, boolean down) {
        memory.put(table + ".sort", column);
        memory.put(table + ".down", Boolean.toString(down));
    }

    /** In points. */
    public int width(String column, int otherwise) {
        return Math.max(NARROWEST, memory.get(table + "." + column, otherwise));
    }

    public void widened(String column, int width) {
        memory.put(table + "." + column, Integer.toString(width));
    }
}
