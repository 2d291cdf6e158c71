package dev.purser.scenarios.format.units;

import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.simulator.units.Nanos;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lengths of time, exact in nanoseconds. */
public final class Durations {
    private static final long WEEK = 7 * Nanos.DAY;
    private static final long LONGEST = 36_500 * Nanos.DAY;
    private static final Map<String, BigDecimal> UNITS = units();
    private static final String RULE = "a length of time with one of the units " + String.join(", ", UNITS.keySet());
    private static final String EXAMPLE = "250 ms";

    /** Nanoseconds. */
    public static final ScalarType<Long> NANOS = new ScalarType<>(
            "duration", RULE, EXAMPLE, scalar -> parse(scalar.text()), Durations::print, Json.quantity(UNITS.keySet()));

    /** Seconds. */
    public static final ScalarType<Double> SECONDS = new ScalarType<>(
            "duration",
            RULE,
            EXAMPLE,
            scalar -> Nanos.toSeconds(parse(scalar.text())),
            value -> print(Nanos.ofSeconds(value)),
            Json.quantity(UNITS.keySet()));

    private Durations() {}

    private static Map<String, BigDecimal> units() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        units.put("ns", BigDecimal.ONE);
        units.put("us", BigDecimal.valueOf(Nanos.MICROSECOND));
        units.put("ms", BigDecimal.valueOf(Nanos.MILLISECOND));
        units.put("s", BigDecimal.valueOf(Nanos.SECOND));
        units.put("min", BigDecimal.valueOf(Nanos.MINUTE));
        units.put("h", BigDecimal.valueOf(Nanos.HOUR));
        units.put("d", BigDecimal.valueOf(Nanos.DAY));
        units.put("w", BigDecimal.valueOf(WEEK));
        return units;
    }

    private static long parse(String text) {
        String rule = RULE + ", such as " + EXAMPLE;
        BigDecimal nanos = Numeral.of(text, rule).times(UNITS, rule);
        if (nanos.signum() < 0 || nanos.compareTo(BigDecimal.valueOf(LONGEST)) > 0) {
            throw new IllegalArgumentException("must be from 0 s to 36500 d");
        }
        try {
            return nanos.longValueExact();
        } catch (ArithmeticException fraction) {
            throw new IllegalArgumentException("must be a whole number of nanoseconds", fraction);
        }
    }

    /** {@code nanos} in the largest unit that keeps it whole. */
    public static String print(long nanos) {
        if (nanos == 0) {
            return "0 s";
        }
        List<String> names = new ArrayList<>(UNITS.keySet());
        for (int i = names.size() - 1; i > 0; i--) {
            long unit = UNITS.get(names.get(i)).longValueExact();
            if (nanos % unit == 0) {
                return nanos / unit + " " + names.get(i);
            }
        }
        return nanos + " ns";
    }
}
