package dev.purser.simulator.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Currency USD = Currency.getInstance("USD");

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }

    @Test
    void tenDecimalsRoundedHalfToEven() {
        assertEquals("0.0000000002", usd("0.00000000025").amount().toPlainString());
        assertEquals("0.0000000004", usd("0.00000000035").amount().toPlainString());
        assertEquals("0.0000000003", usd("0.000000000250001").amount().toPlainString());
        assertEquals("1.0000000000", usd("1").amount().toPlainString());
    }

    @Test
    void sumsAndDifferencesAreExact() {
        assertEquals(usd("0.3"), usd("0.1").plus(usd("0.2")));
        assertEquals(usd("-0.1"), usd("0.1").minus(usd("0.2")));
        assertEquals(usd("0.1"), usd("0.1").plus(Money.zero(USD)));
    }

    @Test
    void twoCurrenciesDoNotMix() {
        Money euro = new Money(BigDecimal.ONE, Currency.getInstance("EUR"));
        assertThrows(IllegalArgumentException.class, () -> usd("1").plus(euro));
        assertThrows(IllegalArgumentException.class, () -> usd("1").minus(euro));
    }
}
