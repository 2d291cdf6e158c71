package dev.purser.calibration.check.live;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.rank.Max;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.commons.math3.stat.descriptive.rank.Min;

/**
 * What was measured at one load, beside what the simulator says of the same requests. Measured and predicted alike, a figure
 * is the median over the rounds: a machine that stands still once spoils one round, where it would decide the 99th
 * percentile of all rounds together.
 *
 * @param load share of the measured capacity
 * @param offeredPerSecond requests sent per second
 * @param lateness of the sender
 * @param measured of the real server, each round
 * @param predicted from the profile's law and the server's own cost, each simulated round
 * @param predictedNow from calls timed between the loads instead of the profile's law
 */
record LivePoint(
        double load,
        double offeredPerSecond,
        Lateness lateness,
        List<Answers> measured,
        List<Answers> predicted,
        List<Answers> predictedNow) {
    LivePoint {
        measured = List.copyOf(measured);
        predicted = List.copyOf(predicted);
        predictedNow = List.copyOf(predictedNow);
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

        /** The median over the rounds, in requests per second or nanoseconds. */
        double of(List<Answers> rounds) {
            return new Median().evaluate(each(rounds));
        }

        /** Lowest and highest of the rounds, in requests per second or nanoseconds. */
        double[] range(List<Answers> rounds) {
            return new double[] {new Min().evaluate(each(rounds)), new Max().evaluate(each(rounds))};
        }

        private double[] each(List<Answers> rounds) {
            return rounds.stream().mapToDouble(value).toArray();
        }
    }

    /** Requests that were answered in all rounds. */
    long requests() {
        return measured.stream().mapToLong(Answers::requests).sum();
    }

    /** Relative error of the prediction, 0.1 for 10 % too much. */
    double error(Figure figure) {
        return figure.of(predicted) / figure.of(measured) - 1;
    }

    /** The same of the prediction from calls timed between the loads. */
    double errorNow(Figure figure) {
        return figure.of(predictedNow) / figure.of(measured) - 1;
    }
}
