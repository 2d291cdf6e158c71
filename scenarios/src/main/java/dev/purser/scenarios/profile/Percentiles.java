package dev.purser.scenarios.profile;

import dev.purser.simulator.units.Check;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Names of percentiles such as {@code p99.9}, and the probabilities they stand for; exact in decimal. */
final class Percentiles {
    private static final Pattern NAME = Pattern.compile("p\\d{1,2}(\\.\\d{1,6})?");

    private Percentiles() {}

    /** The probability, in [0, 1). */
    static double probability(String name) {
        Check.that(NAME.matcher(name).matches(), "percentile", name, "must be like p50 or p99.9");
        return new BigDecimal(name.substring(1)).movePointLeft(2).doubleValue();
    }

    /** Times by probability, from times by name. */
    static SortedMap<Double, Double> byProbability(SortedMap<String, Double> named) {
        SortedMap<Double, Double> byProbability = new TreeMap<>();
        named.forEach((name, nanos) -> byProbability.put(probability(name), nanos));
        return byProbability;
    }

    static String name(double probability) {
        return "p"
                + BigDecimal.valueOf(probability)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
