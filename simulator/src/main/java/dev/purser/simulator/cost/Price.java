package dev.purser.simulator.cost;

import dev.purser.simulator.units.Check;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * One dated price: what one unit of something costs from a date on, until a later price of the same key replaces it.
 *
 * @param key what is priced
 * @param unit unit the price is for; instances are priced by {@value #HOUR}
 * @param unitPrice price of one unit, at least 0; exact, never rounded
 * @param currency currency of the price
 * @param validFrom first civil day, in the calendar's zone, on which the price holds
 * @param source where the figure comes from, with its date
 */
public record Price(
        PriceKey key, String unit, BigDecimal unitPrice, Currency currency, LocalDate validFrom, String source) {
    /** The unit of instance prices: one hour of one instance. */
    public static final String HOUR = "h";

    public Price {
        Check.named(unit, "unit of the price of " + key);
        Check.that(unitPrice.signum() >= 0, "price of " + key, unitPrice, "must be at least 0");
        Check.that(currency != null, "currency of the price of " + key, null, "must be given");
        Check.that(validFrom != null, "first day of the price of " + key, null, "must be given");
        Check.named(source, "source of the price of " + key);
    }
}
