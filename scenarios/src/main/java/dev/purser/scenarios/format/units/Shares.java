package dev.purser.scenarios.format.units;

import dev.purser.scenarios.format.section.ScalarType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parts of a whole, as a fraction ({@code 0.2}) or in percent ({@code 20 %}). */
public final class Shares {
    private static final String RULE = "in [0, 1] (a fraction) or from 0 % to 100 %";
    private static final Map<String, Object> FRACTION =
            new LinkedHashMap<>(Map.of("type", "number", "minimum", 0, "maximum", 1));

    /** Fractions from 0 to 1. */
    public static final ScalarType<Double> FRACTIONS = new ScalarType<>(
            "share",
            RULE,
            "20 %",
            scalar -> parse(scalar.text(), true),
            value -> Numeral.print(value),
            Json.anyOf(FRACTION, percent()));

    /** Fractions that may pass 1, such as the utilisation of a request that understates the need. */
    public static final ScalarType<Double> RATIOS = new ScalarType<>(
            "ratio",
            "a fraction (0.8) or a percentage (80 %), not negative",
            "80 %",
            scalar -> parse(scalar.text(), false),
            value -> Numeral.print(value),
            Json.anyOf(Map.of("type", "number", "minimum", 0), percent()));

    private Shares() {}

    private static Map<String, Object> percent() {
        return Json.text("\\s*[0-9]+(\\.[0-9]+)?\\s*%\\s*");
    }

    private static double parse(String text, boolean withinOne) {
        String rule = withinOne ? RULE : "a fraction (0.8) or a percentage (80 %), not negative";
        Map<String, BigDecimal> units = Map.of("", BigDecimal.ONE, "%", new BigDecimal("0.01"));
        BigDecimal share = Numeral.of(text, rule).times(units, rule);
        BigDecimal most = withinOne ? BigDecimal.ONE : BigDecimal.valueOf(1_000_000);
        if (share.signum() < 0 || share.compareTo(most) > 0) {
            throw new IllegalArgumentException("must be " + rule);
        }
        return share.doubleValue();
    }
}
