package dev.purser.scenarios.format.units;

import dev.purser.scenarios.format.section.ScalarType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often something happens; a month has 30.4375 days, a year 365.25. */
public final class Rates {
    private static final Map<String, BigDecimal> SECONDS = seconds();
    private static final Map<String, BigDecimal> UNITS = units();
    private static final String RULE =
            "a rate with one of the units " + String.join(", ", SECONDS.keySet()) + " (k and M may stand before it)";

    /** Times per second. */
    public static final ScalarType<Double> PER_SECOND = new ScalarType<>(
            "rate",
            RULE,
            "250 /s",
            scalar -> parse(scalar.text()),
            value -> Numeral.print(value) + " /s",
            Json.quantity(UNITS.keySet()));

    private Rates() {}

    private static Map<String, BigDecimal> seconds() {
        Map<String, BigDecimal> seconds = new LinkedHashMap<>();
        seconds.put("/s", BigDecimal.ONE);
        seconds.put("/min", BigDecimal.valueOf(60));
        seconds.put("/h", BigDecimal.valueOf(3_600));
        seconds.put("/day", BigDecimal.valueOf(86_400));
        seconds.put("/week", BigDecimal.valueOf(604_800));
        seconds.put("/month", BigDecimal.valueOf(2_629_800));
        seconds.put("/year", BigDecimal.valueOf(31_557_600));
        return seconds;
    }

    private static Map<String, BigDecimal> units() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        Counts.PREFIXES.forEach((prefix, factor) -> SECONDS.forEach((unit, length) -> {
            units.put(prefix + unit, factor.divide(length, MathContext.DECIMAL128));
            units.put(prefix + " " + unit, factor.divide(length, MathContext.DECIMAL128));
        }));
        SECONDS.keySet().forEach(unit -> units.remove(" " + unit));
        return units;
    }

    private static double parse(String text) {
        String rule = RULE + ", such as 250 /s";
        BigDecimal rate = Numeral.of(text, rule).times(UNITS, rule);
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.valueOf(1_000_000_000)) > 0) {
            throw new IllegalArgumentException("must be from 0 /s to 1000000000 /s");
        }
        return rate.doubleValue();
    }
}
