package dev.purser.scenarios.format.units;

import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.simulator.units.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of money, for each unit of something or once; exact.
 *
 * @param amount in units of the currency
 * @param currency ISO 4217
 * @param per what it is paid for, such as {@code month}; empty: once
 */
public record Price(BigDecimal amount, Currency currency, String per) {
    private static final Pattern FORM = Pattern.compile("([A-Z]{3})\\s*(?:/\\s*(\\S+))?");

    /** Prices for one of {@code units}; the unit "" means an amount that is paid once. */
    public static ScalarType<Price> per(String... units) {
        List<String> allowed = List.of(units);
        String example = "12 USD" + (allowed.get(0).isEmpty() ? "" : "/" + allowed.get(0));
        String rule = "an amount with currency" + (allowed.equals(List.of("")) ? "" : " and unit") + " ("
                + allowed.stream()
                        .map(unit -> unit.isEmpty() ? "USD" : "USD/" + unit)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("")
                + " or another ISO 4217 currency)";
        return new ScalarType<>(
                "price",
                rule,
                example,
                scalar -> parse(scalar.text(), allowed, rule + ", such as " + example),
                Price::print,
                Json.text("\\s*" + Numeral.PATTERN + "\\s*[A-Z]{3}\\s*(/\\s*\\S+)?\\s*"));
    }

    private static Price parse(String text, List<String> allowed, String rule) {
        Numeral numeral = Numeral.of(text, rule);
        Matcher form = FORM.matcher(numeral.unit());
        if (!form.matches() || numeral.number().signum() < 0) {
            throw new IllegalArgumentException("must be " + rule);
        }
        String per = form.group(2) == null ? "" : form.group(2);
        if (!allowed.contains(per)) {
            throw new IllegalArgumentException("must be " + rule);
        }
        return new Price(numeral.number(), currency(form.group(1)), per);
    }

    /** The currency of an ISO 4217 code. */
    static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("must name an ISO 4217 currency, such as USD or CNY", unknown);
        }
    }

    private static String print(Price price) {
        return Numeral.print(price.amount) + " " + price.currency + (price.per.isEmpty() ? "" : "/" + price.per);
    }

    /** The amount alone. */
    public Money money() {
        return new Money(amount, currency);
    }
}
