package dev.purser.scenarios.format.units;

import dev.purser.scenarios.format.section.ScalarType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Spans of calendar months, for lives and terms. */
public final class Spans {
    private static final Map<String, BigDecimal> UNITS = units();
    private static final String RULE = "a whole number of months, with one of the units months, years";

    /** Months. */
    public static final ScalarType<Integer> MONTHS = new ScalarType<>(
            "months",
            RULE,
            "4 years",
            scalar -> parse(scalar.text()),
            months -> months + " months",
            Json.quantity(UNITS.keySet()));

    private Spans() {}

    private static Map<String, BigDecimal> units() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        units.put("month", BigDecimal.ONE);
        units.put("months", BigDecimal.ONE);
        units.put("year", BigDecimal.valueOf(12));
        units.put("years", BigDecimal.valueOf(12));
        return units;
    }

    private static int parse(String text) {
        BigDecimal months = Numeral.of(text, RULE + ", such as 4 years").times(UNITS, RULE + ", such as 4 years");
        if (months.signum() <= 0 || months.compareTo(BigDecimal.valueOf(1200)) > 0) {
            throw new IllegalArgumentException("must be from 1 month to 100 years");
        }
        try {
            return months.intValueExact();
        } catch (ArithmeticException fraction) {
            throw new IllegalArgumentException("must be a whole number of months", fraction);
        }
    }
}
