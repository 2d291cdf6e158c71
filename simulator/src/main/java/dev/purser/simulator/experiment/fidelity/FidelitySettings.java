package dev.purser.simulator.experiment.fidelity;

import dev.purser.simulator.units.Check;
import java.util.OptionalLong;

/**
 * How the two levels are compared.
 *
 * @param seeds number of seeds: the scenario's and the ones after it; at least 2
 * @param whole whether the whole scenario is the only window
 * @param comparedNanos length of the compared part of a window; empty: chosen from the expected rates
 */
public record FidelitySettings(int seeds, boolean whole, OptionalLong comparedNanos) {
    public FidelitySettings {
        Check.atLeast(seeds, 2, "seeds");
        comparedNanos.ifPresent(nanos -> Check.positive(nanos, "length of a window"));
    }
}
