package dev.purser.scenarios.format.units;

import dev.purser.scenarios.format.section.Nearest;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A decimal number and what follows it, such as {@code 2.4} and {@code GiB}. Plain decimal notation only: no separators
 * of thousands, no hexadecimal, no infinity, no NaN.
 *
 * @param number exact
 * @param unit what follows, without white space around; may be empty
 */
record Numeral(BigDecimal number, String unit) {
    static final String PATTERN = "[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?";
    private static final int LONGEST = 40;
    private static final Pattern SPLIT = Pattern.compile("(" + PATTERN + ")\\s*(.*)");

    /** Splits {@code text}; throws {@link IllegalArgumentException} with {@code must be <rule>}. */
    static Numeral of(String text, String rule) {
        Matcher matcher = SPLIT.matcher(text.strip());
        if (text.length() > LONGEST || !matcher.matches()) {
            throw new IllegalArgumentException("must be " + rule);
        }
        return new Numeral(new BigDecimal(matcher.group(1)), matcher.group(4));
    }

    /** The number times the factor of its unit. */
    BigDecimal times(Map<String, BigDecimal> units, String rule) {
        BigDecimal factor = units.get(unit);
        if (factor == null) {
            throw new IllegalArgumentException("must be " + rule + Nearest.hint(unit, units.keySet()));
        }
        return number.multiply(factor);
    }

    /** {@code value} in the shortest plain notation that keeps it exact. */
    static String print(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** {@code value} in the shortest notation that reads as the same number. */
    static String print(double value) {
        return print(BigDecimal.valueOf(value));
    }
}
