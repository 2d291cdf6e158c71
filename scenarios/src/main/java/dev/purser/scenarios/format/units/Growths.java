package dev.purser.scenarios.format.units;

import dev.purser.scenarios.format.section.ScalarType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Compound growth: {@code 3 %/month}, or per year, which is turned into (1 + g)^(1/12) - 1 per month. */
public final class Growths {
    private static final String RULE = "growth above -100 % with one of the units %/month, %/year";

    /** Fraction per month. */
    public static final ScalarType<Double> PER_MONTH = new ScalarType<>(
            "growth",
            RULE,
            "3 %/month",
            scalar -> parse(scalar.text()),
            value -> Numeral.print(BigDecimal.valueOf(value).movePointRight(2)) + " %/month",
            Json.quantity(List.of("%\\s*/month", "%\\s*/year")));

    private Growths() {}

    private static double parse(String text) {
        String rule = RULE + ", such as 3 %/month";
        Numeral numeral = Numeral.of(text, rule);
        Numeral tight = new Numeral(numeral.number(), numeral.unit().replaceAll("\\s", ""));
        Map<String, BigDecimal> units = Map.of("%/month", new BigDecimal("0.01"), "%/year", new BigDecimal("0.01"));
        double fraction = tight.times(units, rule).doubleValue();
        if (!(fraction > -1 && fraction <= 1000)) {
            throw new IllegalArgumentException("must be " + rule);
        }
        return tight.unit().equals("%/year") ? Math.pow(1 + fraction, 1 / 12.0) - 1 : fraction;
    }
}
