package dev.purser.scenarios.format.units;

import dev.purser.scenarios.format.section.ScalarType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers of things, with k, M and G for thousands, millions and thousand millions. */
public final class Counts {
    static final Map<String, BigDecimal> PREFIXES = prefixes();
    private static final BigDecimal MOST = new BigDecimal("1e15");
    private static final String WHOLE_RULE = "a whole number, with or without k, M or G";
    private static final String REAL_RULE = "a number, with or without k, M or G";
    private static final String PREFIXED = Numeral.PATTERN + "\\s*[kMG]";

    /** Whole numbers. */
    public static final ScalarType<Long> WHOLE = new ScalarType<>(
            "count",
            WHOLE_RULE,
            "12 k",
            scalar -> whole(scalar.text()),
            Counts::print,
            Json.anyOf(Json.type("integer"), Json.text(PREFIXED)));

    /** Whole numbers without a prefix that fit into 32 bits. */
    public static final ScalarType<Integer> SMALL = new ScalarType<>(
            "small count",
            "a whole number",
            "20",
            scalar -> small(scalar.text()),
            value -> Integer.toString(value),
            Json.type("integer"));

    /** Finite numbers. */
    public static final ScalarType<Double> REAL = new ScalarType<>(
            "number",
            REAL_RULE,
            "1.5",
            scalar -> real(scalar.text()),
            Numeral::print,
            Json.anyOf(Json.type("number"), Json.text(PREFIXED)));

    private Counts() {}

    private static Map<String, BigDecimal> prefixes() {
        Map<String, BigDecimal> prefixes = new LinkedHashMap<>();
        prefixes.put("", BigDecimal.ONE);
        prefixes.put("k", BigDecimal.valueOf(1_000));
        prefixes.put("M", BigDecimal.valueOf(1_000_000));
        prefixes.put("G", BigDecimal.valueOf(1_000_000_000));
        return prefixes;
    }

    private static long whole(String text) {
        String rule = WHOLE_RULE + ", such as 2.4 M";
        BigDecimal value = bounded(Numeral.of(text, rule).times(PREFIXES, rule));
        try {
            return value.longValueExact();
        } catch (ArithmeticException fraction) {
            throw new IllegalArgumentException("must be a whole number", fraction);
        }
    }

    private static int small(String text) {
        try {
            return Numeral.of(text, "a whole number")
                    .times(Map.of("", BigDecimal.ONE), "a whole number")
                    .intValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("must be a whole number of at most " + Integer.MAX_VALUE, tooLarge);
        }
    }

    private static double real(String text) {
        String rule = REAL_RULE + ", such as 1.5";
        return bounded(Numeral.of(text, rule).times(PREFIXES, rule)).doubleValue();
    }

    private static BigDecimal bounded(BigDecimal value) {
        if (value.abs().compareTo(MOST) > 0) {
            throw new IllegalArgumentException("must be at most 1e15 in size");
        }
        return value.round(new MathContext(60, RoundingMode.HALF_EVEN));
    }

    /** {@code count} with the largest prefix that keeps it whole. */
    public static String print(long count) {
        if (count != 0 && count % 1_000_000_000 == 0) {
            return count / 1_000_000_000 + " G";
        }
        if (count != 0 && count % 1_000_000 == 0) {
            return count / 1_000_000 + " M";
        }
        return count != 0 && count % 10_000 == 0 ? count / 1_000 + " k" : Long.toString(count);
    }
}
