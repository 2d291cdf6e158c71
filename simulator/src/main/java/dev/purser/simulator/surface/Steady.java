package dev.purser.simulator.surface;

import dev.purser.simulator.traffic.RateProfile;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.Collections;
import java.util.List;

/** Stands in a canonical group for all open traffic. */
final class Steady {
    static final TrafficSpec TRAFFIC = new TrafficSpec.Profile(
            new RateProfile(1, 0, Collections.nCopies(24, 1.0), Collections.nCopies(7, 1.0), List.of()),
            1,
            Nanos.MINUTE);

    private Steady() {}
}
