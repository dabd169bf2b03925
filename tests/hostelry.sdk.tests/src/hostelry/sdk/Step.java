package hostelry.sdk;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** What is done one after the other: each prints a line with its seconds, and the first that fails ends it all with what was expected. */
final class Step {
    private Step() {}

    /** Something that may fail. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    static void run(String name, Action action) throws Exception {
        get(name, () -> {
            action.run();
            return "";
        });
    }

    static <T> T get(String name, Callable<T> action) throws Exception {
        long start = System.nanoTime();
        try {
            T result = action.call();
            System.out.printf(Locale.ROOT, "ok   %7.2f s  %s%n", seconds(start), name);
            return result;
        } catch (Exception | AssertionError e) {
            System.out.printf(Locale.ROOT, "FAIL %7.2f s  %s: %s%n", seconds(start), name, e.getMessage());
            throw e;
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    static void same(Object expected, Object got, String what) {
        expect(Objects.equals(expected, got), what + " is " + got + ", not " + expected);
    }

    /** Asks again and again until it is so. */
    static <T> T await(String what, int seconds, Callable<T> ask, Predicate<T> good) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (true) {
            T got = ask.call();
            if (good.test(got)) {
                return got;
            }
            expect(System.nanoTime() < end, "after " + seconds + " s " + what + " is still " + got);
            Thread.sleep(200);
        }
    }

    /** What the SDK says of a request that must fail; it tells the status in its message only. */
    static String refused(Callable<?> request) throws Exception {
        try {
            request.call();
        } catch (org.ovirt.engine.sdk4.Error e) {
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("it was not refused");
    }
}
