package dev.purser.calibration.check.live;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * One round at one load: the real server beside the simulated one, asked about the same requests.
 *
 * @param measured of the real server
 * @param fromProfile each simulation with the profile's law and the server's own cost
 * @param fromBetween each simulation with what batches took right before and after the load
 */
record Compared(Answers measured, List<Answers> fromProfile, List<Answers> fromBetween) {
    Compared {
        fromProfile = List.copyOf(fromProfile);
        fromBetween = List.copyOf(fromBetween);
    }

    /** What a prediction is made from. */
    enum Calibration {
        /** The profile. */
        PROFILE("from the profile", Compared::fromProfile),
        /** Batches on the idle server between the loads. */
        BETWEEN("from between the loads", Compared::fromBetween);

        private final String label;
        private final Function<Compared, List<Answers>> simulated;

        Calibration(String label, Function<Compared, List<Answers>> simulated) {
            this.label = label;
            this.simulated = simulated;
        }

        String label() {
            return label;
        }
    }

    /** The median over the simulations. */
    double predicted(Calibration calibration, ToDoubleFunction<Answers> figure) {
        return new Median()
                .evaluate(calibration.simulated.apply(this).stream()
                        .mapToDouble(figure)
                        .toArray());
    }

    /** Relative error of that, 0.1 for 10 % too much. */
    double error(Calibration calibration, ToDoubleFunction<Answers> figure) {
        return predicted(calibration, figure) / figure.applyAsDouble(measured) - 1;
    }
}
