package dev.purser.calibration.check.live;

import java.util.List;
import java.util.function.Function;

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

    List<Answers> simulated(Calibration calibration) {
        return calibration.simulated.apply(this);
    }
}
