package dev.purser.scenarios.format.units;

import dev.purser.scenarios.format.section.ScalarType;
import java.math.BigDecimal;

/** Decimal numbers that stay exact. */
public final class Decimals {
    private static final String RULE = "a decimal number";

    /** Numbers without a unit. */
    public static final ScalarType<BigDecimal> EXACT = new ScalarType<>(
            "decimal", RULE, "1.5", scalar -> parse(scalar.text()), Numeral::print, Json.type("number"));

    private Decimals() {}

    private static BigDecimal parse(String text) {
        Numeral numeral = Numeral.of(text, RULE + ", such as 1.5");
        if (!numeral.unit().isEmpty()) {
            throw new IllegalArgumentException("must be " + RULE + " without a unit");
        }
        return numeral.number();
    }
}
