package dev.purser.simulator.scaling;

import dev.purser.simulator.units.Nanos;
import java.math.BigDecimal;

/** Lengths of time as reasons print them. */
final class Seconds {
    private Seconds() {}

    /** Such as {@code 300 s} or {@code 0.5 s}. */
    static String of(long nanos) {
        return nanos % Nanos.SECOND == 0 ? nanos / Nanos.SECOND + " s" : decimals(nanos) + " s";
    }

    private static String decimals(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
    }
}
