package dev.purser.calibration.fit;

import dev.purser.simulator.hardware.Spread;
import java.util.SortedMap;
import java.util.function.Function;

/** The spreads that measured quantiles are held against, simplest first. */
public enum SpreadKind {
    /** {@link LogNormalFit}. */
    LOGNORMAL("lognormal", LogNormalFit::fit),
    /** {@link EmpiricalFit}. */
    EMPIRICAL("empirical", EmpiricalFit::fit);

    private final String label;
    private final Function<SortedMap<Double, Double>, Spread> fit;

    SpreadKind(String label, Function<SortedMap<Double, Double>, Spread> fit) {
        this.label = label;
        this.fit = fit;
    }

    /** How documents name it. */
    public String label() {
        return label;
    }

    /** The spread of this kind for quantiles relative to the mean, by probability (at least one). */
    public Spread fit(SortedMap<Double, Double> factors) {
        return fit.apply(factors);
    }
}
