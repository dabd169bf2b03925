package hostelry.console.kit.chart;

import hostelry.console.kit.words.Bytes;
import java.util.Locale;

/** What the values of a chart are, and how they are written. */
public enum Unit {
    PERCENT {
        @Override
        public String text(double value) {
            return Math.round(value) + " %";
        }
    },
    BYTES {
        @Override
        public String text(double value) {
            return Bytes.text(Math.round(value));
        }
    },
    BYTES_PER_SECOND {
        @Override
        public String text(double value) {
            return Bytes.perSecond(value);
        }
    },
    PLAIN {
        @Override
        public String text(double value) {
            return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.2f", value);
        }
    };

    public abstract String text(double value);

    /** Do its round numbers count by 1024? */
    boolean binary() {
        return this == BYTES || this == BYTES_PER_SECOND;
    }
}
