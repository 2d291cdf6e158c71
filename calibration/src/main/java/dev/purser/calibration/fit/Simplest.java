package dev.purser.calibration.fit;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Chooses among kinds, simplest first: a later kind must beat the best so far by more than {@value #RESOLUTION}, as
 * measured times are published with three or four digits and smaller differences say nothing.
 */
final class Simplest {
    private static final double RESOLUTION = 0.001;

    private Simplest() {}

    /** The choice among {@code kinds}, of which there is at least one; a kind of unknown error, NaN, beats none. */
    static <K> K of(List<K> kinds, ToDoubleFunction<K> error) {
        K best = kinds.get(0);
        for (K kind : kinds) {
            if (error.applyAsDouble(kind) < error.applyAsDouble(best) - RESOLUTION) {
                best = kind;
            }
        }
        return best;
    }
}
