package dev.purser.scenarios.format.units;

import dev.purser.scenarios.format.section.ScalarType;
import java.util.Currency;

/** Currencies. */
public final class Currencies {
    /** ISO 4217 currencies. */
    public static final ScalarType<Currency> ISO = new ScalarType<>(
            "currency",
            "an ISO 4217 currency",
            "CNY",
            scalar -> Price.currency(scalar.text()),
            Currency::getCurrencyCode,
            Json.text("[A-Z]{3}"));

    private Currencies() {}
}
