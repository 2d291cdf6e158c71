package dev.purser.calibration.check.live;

import java.util.function.ToDoubleFunction;

/**
 * What was measured at one load, beside what the simulator says of the same requests.
 *
 * @param load share of the measured capacity
 * @param offeredPerSecond requests sent per second
 * @param lateness of the sender
 * @param measured of the real server
 * @param predicted from the profile's law and the server's own cost
 * @param predictedNow from calls timed between the loads instead of the profile's law
 */
record LivePoint(
        double load,
        double offeredPerSecond,
        Lateness lateness,
        Answers measured,
        Answers predicted,
        Answers predictedNow) {
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

        /** In requests per second or nanoseconds. */
        double of(Answers answers) {
            return value.applyAsDouble(answers);
        }
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
