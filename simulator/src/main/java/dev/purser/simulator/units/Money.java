package dev.purser.simulator.units;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money, exact to ten decimals.
 *
 * @param amount scale {@value #SCALE}, rounded half to even
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {
    /** Decimals every amount carries. */
    public static final int SCALE = 10;

    public Money {
        amount = amount.setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    /** Nothing of {@code currency}. */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** This and {@code other}, which must be of the same currency. */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /** This less {@code other}, which must be of the same currency. */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    private Money sameCurrency(Money other) {
        Check.that(currency.equals(other.currency), "currency", other.currency, "must be " + currency);
        return other;
    }
}
