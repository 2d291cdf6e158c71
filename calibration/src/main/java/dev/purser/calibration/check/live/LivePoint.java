package dev.purser.calibration.check.live;

import dev.purser.calibration.check.live.Compared.Calibration;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Max;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.commons.math3.stat.descriptive.rank.Min;

/**
 * What was measured at one load, beside what the simulator says of the same requests. How many requests a stall delays does not
 * depend on which round it falls into, but whether a round's 99th percentile lies among them does; so figures are those of
 * all rounds' requests together. A round in which the whole machine stands still would decide them, so of three rounds
 * or more the one in which a figure is highest is left out of it. That is done with each simulation of all rounds, too.
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

        private static final int FEWEST_TO_LEAVE_ONE_OUT = 3;

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

        /** Whether latencies of so many rounds are told without the highest. */
        static boolean leavesOneOut(int rounds) {
            return rounds >= FEWEST_TO_LEAVE_ONE_OUT;
        }

        /** Of all requests; a latency without those of the round in which it is highest. */
        private double of(List<Answers> rounds) {
            return ofAll(isLatency() ? allButHighest(rounds) : rounds);
        }

        /** Of all requests. */
        private double ofAll(List<Answers> rounds) {
            return value.applyAsDouble(Answers.together(rounds));
        }

        private List<Answers> allButHighest(List<Answers> rounds) {
            List<Answers> rising =
                    rounds.stream().sorted(Comparator.comparingDouble(value)).toList();
            return leavesOneOut(rising.size()) ? rising.subList(0, rising.size() - 1) : rising;
        }
    }

    /** Requests that were answered in all rounds. */
    long requests() {
        return measured().stream().mapToLong(Answers::requests).sum();
    }

    /** In requests per second or nanoseconds. */
    double measured(Figure figure) {
        return figure.of(measured());
    }

    /** In requests per second or nanoseconds, of all rounds, the highest too. */
    double measuredInAll(Figure figure) {
        return figure.ofAll(measured());
    }

    /** Lowest and highest of the rounds, in requests per second or nanoseconds. */
    double[] range(Figure figure) {
        double[] each = measured().stream().mapToDouble(figure.value).toArray();
        return new double[] {new Min().evaluate(each), new Max().evaluate(each)};
    }

    private List<Answers> measured() {
        return rounds.stream().map(Compared::measured).toList();
    }

    /** In requests per second or nanoseconds; the median over the simulations. */
    double predicted(Calibration calibration, Figure figure) {
        return median(calibration, figure::of);
    }

    /** The same of all rounds, the highest too. */
    double predictedInAll(Calibration calibration, Figure figure) {
        return median(calibration, figure::ofAll);
    }

    private double median(Calibration calibration, ToDoubleFunction<List<Answers>> figure) {
        int simulations = rounds.get(0).simulated(calibration).size();
        return new Median()
                .evaluate(IntStream.range(0, simulations)
                        .mapToDouble(each -> figure.applyAsDouble(simulated(calibration, each)))
                        .toArray());
    }

    private List<Answers> simulated(Calibration calibration, int simulation) {
        return rounds.stream()
                .map(round -> round.simulated(calibration).get(simulation))
                .toList();
    }

    /** Relative error of the prediction, 0.1 for 10 % too much. */
    double error(Calibration calibration, Figure figure) {
        return predicted(calibration, figure) / measured(figure) - 1;
    }
}
