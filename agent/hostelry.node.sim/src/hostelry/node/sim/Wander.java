package hostelry.node.sim;

import java.util.random.RandomGenerator;

/** A number that wanders smoothly around a middle: a mean-reverting random walk (Ornstein and Uhlenbeck). */
final class Wander {
    private final double middle;
    private final double spread;
    private final double seconds;
    private final double least;
    private final double most;
    private double value;

    /**
     * @param spread standard deviation in the long run
     * @param seconds after which it has forgotten most of where it was
     */
    Wander(double middle, double spread, double seconds, double least, double most) {
        this.middle = middle;
        this.spread = spread;
        this.seconds = seconds;
        this.least = least;
        this.most = most;
        this.value = middle;
    }

    double value() {
        return value;
    }

    double step(double elapsed, RandomGenerator random) {
        double keep = Math.exp(-elapsed / seconds);
        value = middle + (value - middle) * keep + spread * Math.sqrt(1 - keep * keep) * random.nextGaussian();
        value = Math.clamp(value, least, most);
        return value;
    }

    void set(double newValue) {
        value = Math.clamp(newValue, least, most);
    }
}
