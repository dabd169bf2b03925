package hostelry.engine.watch.loads;

import java.util.Arrays;

/** The newest steps of several loads that are told together: the mean of what was told in each. Not thread-safe. */
final class Ring {
    private final int steps;
    private final long millis;
    private final int kinds;
    /** The values of a step stand together; NaN: nothing was told. */
    private final float[] values;
    /** Number of the newest step since 1970; -1 before the first. */
    private long newest = -1;
    /** How often something was told in the newest step. */
    private int told;

    /**
     * @param steps that are kept
     * @param seconds length of a step
     * @param kinds of loads
     */
    Ring(int steps, int seconds, int kinds) {
        this.steps = steps;
        this.millis = seconds * 1000L;
        this.kinds = kinds;
        this.values = new float[steps * kinds];
        Arrays.fill(values, Float.NaN);
    }

    /** What is older than the newest step is not taken: clocks that go back do no harm. */
    void add(long at, double... now) {
        long step = at / millis;
        if (step < newest) {
            return;
        }
        if (step > newest) {
            for (long empty = Math.max(newest + 1, step - steps + 1); empty <= step; empty++) {
                int from = place(empty);
                Arrays.fill(values, from, from + kinds, Float.NaN);
            }
            newest = step;
            told = 0;
        }
        told++;
        int from = place(step);
        for (int kind = 0; kind < kinds; kind++) {
            float mean = told == 1 ? 0 : values[from + kind];
            values[from + kind] = (float) (mean + (now[kind] - mean) / told);
        }
    }

    private int place(long step) {
        return (int) (step % steps) * kinds;
    }

    /** End of the step that belongs to this moment, milliseconds since 1970. */
    long end(long at) {
        return (at / millis + 1) * millis;
    }

    /** One kind as of now, the oldest first: as many as steps are kept; what is older than that, or newer than the last, is NaN. */
    double[] of(int kind, long at) {
        long last = at / millis;
        double[] found = new double[steps];
        for (int i = 0; i < steps; i++) {
            long step = last - steps + 1 + i;
            found[i] = step > newest || step <= newest - steps || newest < 0 ? Double.NaN : values[place(step) + kind];
        }
        return found;
    }
}
