package dev.purser.calibration.check.live;

import dev.purser.calibration.check.live.Compared.Calibration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.rank.Max;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.commons.math3.stat.descriptive.rank.Min;

/**
 * What was measured at one load, beside what the simulator says of the same requests. Measured, predicted and error alike, a
 * figure is the median over the rounds: a machine that stands still once spoils one round, where it would decide the 99th
 * percentile of all rounds together.
 *
 * @param load share of the measured capacity
 * @param offeredPerSecond requests sent per second
 * @param lateness of the sender
 * @param rounds at this load
 */
record LivePoint(double load, double offeredPerSecond, Lateness lateness, List<Compared> rounds) {
    LivePoint {
        rounds = List.copyOf(rounds);
    }

    /** What is compared. */
    enum Figure {
        THROUGHPUT("throughput", Answers::perSecond),
        P50("p50", answers -> answers.percentileNanos()[0]),
        P95("p95", answers -> answers.percentileNanos()[1]),
        P99("p99", answers -> answers.percentileNanos()[2]);

        private final String label;
        private final ToDoubleFunction<Answers> value;

        Figure(String label, ToDoubleFunction<Answers> value) {
            this.label = label;
            this.value = value;
        }

        String label() {
            return label;
        }

        boolean isLatency() {
            return this != THROUGHPUT;
        }
    }

    /** Requests that were answered in all rounds. */
    long requests() {
        return rounds.stream().mapToLong(round -> round.measured().requests()).sum();
    }

    /** In requests per second or nanoseconds. */
    double measured(Figure figure) {
        return new Median().evaluate(eachMeasured(figure));
    }

    /** Lowest and highest of the rounds, in requests per second or nanoseconds. */
    double[] range(Figure figure) {
        double[] each = eachMeasured(figure);
        return new double[] {new Min().evaluate(each), new Max().evaluate(each)};
    }

    private double[] eachMeasured(Figure figure) {
        return each(round -> figure.value.applyAsDouble(round.measured()));
    }

    /** In requests per second or nanoseconds. */
    double predicted(Calibration calibration, Figure figure) {
        return new Median().evaluate(each(round -> round.predicted(calibration, figure.value)));
    }

    /**
     * Relative error of the prediction, 0.1 for 10 % too much: each round's own, as rounds are sent at different rates, of
     * which the median.
     */
    double error(Calibration calibration, Figure figure) {
        return new Median().evaluate(each(round -> round.error(calibration, figure.value)));
    }

    private double[] each(ToDoubleFunction<Compared> figure) {
        return rounds.stream().mapToDouble(figure).toArray();
    }
}
