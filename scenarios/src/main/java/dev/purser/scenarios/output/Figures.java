package dev.purser.scenarios.output;

import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.units.Nanos;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as output files show them: plain decimals with a fixed number of places, because the shortest text of a
 * {@code double} is not the same in every Java release.
 */
final class Figures {
    private static final int NANO_DIGITS = 9;
    private static final int NANOS_IN_MILLI_DIGITS = 6;
    private static final int MILLI_PLACES = 3;
    private static final double EXACT_IN_LONG = 1L << 62;

    private Figures() {}

    /** {@code value}, which must be finite, to {@code places} decimals. */
    static BigDecimal rounded(double value, int places) {
        // A fraction has all its binary digits, which are many: a whole number is spared them.
        boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT_IN_LONG;
        BigDecimal exact = whole ? BigDecimal.valueOf((long) value) : new BigDecimal(value);
        return exact.setScale(places, RoundingMode.HALF_EVEN);
    }

    /** Nanoseconds in milliseconds, to the microsecond. */
    static BigDecimal millis(long nanos) {
        return BigDecimal.valueOf(nanos, NANOS_IN_MILLI_DIGITS).setScale(MILLI_PLACES, RoundingMode.HALF_EVEN);
    }

    /** Nanoseconds in seconds, exact, without needless zeros. */
    static BigDecimal seconds(long nanos) {
        return plain(BigDecimal.valueOf(nanos, NANO_DIGITS));
    }

    /** Nanoseconds in hours, to {@code places} decimals. */
    static BigDecimal hours(long nanos, int places) {
        return BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(Nanos.HOUR), places, RoundingMode.HALF_EVEN);
    }

    /** Without needless zeros after the point. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A quantile in milliseconds: a number, {@code missed}, or nothing where there was no request. */
    static String millis(LatencyQuantile quantile) {
        if (quantile.isNumber()) {
            return millis(quantile.nanos()).toPlainString();
        }
        return quantile.equals(LatencyQuantile.MISSED) ? "missed" : "";
    }
}
