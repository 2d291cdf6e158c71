package dev.purser.simulator.cost;

import dev.purser.simulator.units.Check;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * A stated rate between two currencies; it holds for the whole run and in this direction only.
 *
 * @param from currency converted
 * @param to currency it becomes
 * @param rate units of {@code to} for one of {@code from}, above 0
 * @param source where the rate comes from, with its date
 */
public record ExchangeRate(Currency from, Currency to, BigDecimal rate, String source) {
    public ExchangeRate {
        Check.that(!from.equals(to), "exchange rate", from + " to " + to, "must be of two currencies");
        Check.that(rate.signum() > 0, "exchange rate " + from + " to " + to, rate, "must be above 0");
        Check.named(source, "source of the exchange rate " + from + " to " + to);
    }
}
