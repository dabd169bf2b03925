package hostelry.engine.store.backup;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row as a line of text, in the format of PostgreSQL's COPY: tabs between cells, {@code \N} for null, backslashes before what would be mistaken. */
final class Cells {
    private static final String NULL = "\\N";

    private Cells() {}

    /** @param types of {@link Types}, a column each */
    static String line(ResultSet row, List<Integer> types) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= types.size(); i++) {
            if (i > 1) {
                line.append('\t');
            }
            String cell = text(row, i, types.get(i - 1));
            if (cell == null) {
                line.append(NULL);
            } else {
                escape(cell, line);
            }
        }
        return line.append('\n').toString();
    }

    private static @Nullable String text(ResultSet row, int column, int type) throws SQLException {
        switch (type) {
            case Types.BOOLEAN, Types.BIT -> {
                boolean value = row.getBoolean(column);
                return row.wasNull() ? null : value ? "t" : "f";
            }
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                byte[] value = row.getBytes(column);
                return value == null ? null : HexFormat.of().formatHex(value);
            }
            case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP -> {
                OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
                return value == null ? null : value.toString();
            }
            default -> {
                return row.getString(column);
            }
        }
    }

    private static void escape(String cell, StringBuilder line) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }

    static List<@Nullable String> read(String line) {
        List<@Nullable String> cells = new ArrayList<>();
        for (String cell : line.split("\t", -1)) {
            cells.add(cell.equals(NULL) ? null : unescape(cell));
        }
        return cells;
    }

    private static String unescape(String cell) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\' && i + 1 < cell.length()) {
                char escaped = cell.charAt(++i);
                text.append(switch (escaped) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> escaped;
                });
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** @param type of the column that it goes into: not that of the database it came from */
    static void set(PreparedStatement statement, int column, @Nullable String cell, int type) throws SQLException {
        if (cell == null) {
            statement.setNull(column, type);
            return;
        }
        switch (type) {
            case Types.BOOLEAN, Types.BIT -> statement.setBoolean(column, cell.equals("t"));
            case Types.SMALLINT, Types.INTEGER -> statement.setInt(column, Integer.parseInt(cell));
            case Types.BIGINT -> statement.setLong(column, Long.parseLong(cell));
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> statement.setDouble(column, Double.parseDouble(cell));
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                statement.setBytes(column, HexFormat.of().parseHex(cell));
            case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP -> statement.setObject(column, OffsetDateTime.parse(cell));
            default -> statement.setString(column, cell);
        }
    }

    static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
