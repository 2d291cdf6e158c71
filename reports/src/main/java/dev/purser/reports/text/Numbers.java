package dev.purser.reports.text;

import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.units.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them: thousands separated by commas, no digit that means nothing. */
public final class Numbers {
    /** Joins a number and its unit, so that no line breaks between them. */
    public static final String SPACE = "\u00A0";

    private static final String NOTHING = "-";
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    private Numbers() {}

    /** A whole number, such as {@code 1,234,567}. */
    public static String count(long value) {
        return fixed(BigDecimal.valueOf(value), 0);
    }

    /** {@code value} with {@code decimals} digits after the point. */
    public static String fixed(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
        String pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
        // A negative number that rounds to zero must not print as "-0".
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(rounded.signum() == 0 ? BigDecimal.ZERO : rounded);
    }

    /** {@code value} to {@code digits} significant digits; whole numbers are never cut. */
    public static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return NOTHING;
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int whole = rounded.precision() - rounded.scale();
        boolean large = rounded.signum() != 0 && whole >= digits;
        return large ? fixed(new BigDecimal(value), 0) : fixed(rounded, decimals(rounded, digits, whole));
    }

    private static int decimals(BigDecimal rounded, int digits, int whole) {
        return rounded.signum() == 0 ? 0 : Math.max(0, digits - whole);
    }

    /** A fraction as a percentage with its sign: more decimals near 0 and 100, where they matter. */
    public static String percent(double fraction) {
        return percentNumber(fraction) + (Double.isFinite(fraction) ? SPACE + "%" : "");
    }

    /** The digits of {@link #percent(double)}, for columns that carry the sign in their heading. */
    public static String percentNumber(double fraction) {
        return Double.isFinite(fraction) ? percentDigits(100 * fraction) : NOTHING;
    }

    private static String percentDigits(double percent) {
        double size = Math.abs(percent);
        if (size > 0 && size < 0.001) {
            return percent > 0 ? "< 0.001" : "0";
        }
        if (size > 99 && size < 100) {
            // Nearly all must not print as all.
            return plain(BigDecimal.valueOf(percent).setScale(3, RoundingMode.DOWN));
        }
        return plain(BigDecimal.valueOf(percent).setScale(size < 0.1 ? 3 : size < 10 ? 1 : 0, RoundingMode.HALF_EVEN));
    }

    /** A fraction as a percentage with one decimal and no sign: for columns of shares that add up. */
    public static String share(double fraction) {
        return Double.isFinite(fraction) ? fixed(BigDecimal.valueOf(100 * fraction), 1) : NOTHING;
    }

    /** {@code value} to three significant digits, without trailing zeros: {@code 90}, {@code 2.5}, {@code 1,240}. */
    public static String plain(double value) {
        if (!Double.isFinite(value)) {
            return NOTHING;
        }
        BigDecimal exact = new BigDecimal(value);
        boolean large = exact.abs().compareTo(BigDecimal.valueOf(100)) >= 0;
        return plain(large ? exact.setScale(0, RoundingMode.HALF_EVEN) : exact.round(THREE_DIGITS));
    }

    private static String plain(BigDecimal value) {
        return new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    /** An amount with its currency: whole from 100 up, with cents from 1 up, three significant digits below. */
    public static String money(Money money) {
        return amount(money.amount()) + SPACE + money.currency().getCurrencyCode();
    }

    /** The digits of {@link #money(Money)}. */
    public static String amount(BigDecimal amount) {
        BigDecimal size = amount.abs();
        if (size.compareTo(BigDecimal.valueOf(100)) >= 0) {
            return fixed(amount, 0);
        }
        boolean small = size.signum() != 0 && size.compareTo(BigDecimal.ONE) < 0;
        return small ? significant(amount.doubleValue(), 3) : fixed(amount, 2);
    }

    /**
     * {@code amount} with the decimals that suit a column whose total is {@code total}: none from 1,000 up, cents below,
     * more where the total is below one. What is there but rounds to nothing prints as less than the last digit.
     */
    public static String amount(BigDecimal amount, BigDecimal total) {
        int decimals = columnDecimals(total.abs());
        BigDecimal least = BigDecimal.ONE.movePointLeft(decimals);
        boolean vanishes = amount.signum() > 0
                && amount.setScale(decimals, RoundingMode.HALF_EVEN).signum() == 0;
        return vanishes ? "< " + fixed(least, decimals) : fixed(amount, decimals);
    }

    private static int columnDecimals(BigDecimal total) {
        if (total.compareTo(BigDecimal.valueOf(1000)) >= 0) {
            return 0;
        }
        boolean small = total.signum() > 0 && total.compareTo(BigDecimal.ONE) < 0;
        return small ? 2 + total.scale() - total.precision() + 1 : 2;
    }

    /** A quantile in milliseconds to three significant digits, {@code missed}, or a hyphen where there was no request. */
    public static String millis(LatencyQuantile quantile) {
        return quantile.isNumber() ? millis(quantile.nanos()) : quantile.inMillis();
    }

    /** A time in milliseconds to three significant digits, without the unit. */
    public static String millis(double nanos) {
        return significant(nanos / 1e6, 3);
    }

    /** A latency with the unit that suits it: {@code 850 us}, {@code 92.4 ms}, {@code 1.24 s}. */
    public static String latency(LatencyQuantile quantile) {
        return quantile.isNumber() ? latency(quantile.nanos()) : quantile.inMillis();
    }

    /** A stated time with the unit that suits it, without trailing zeros: {@code 150 ms}. */
    public static String stated(double nanos) {
        if (nanos < 1e6) {
            return plain(nanos / 1e3) + SPACE + "\u00B5s";
        }
        return nanos < 1e9 ? plain(nanos / 1e6) + SPACE + "ms" : plain(nanos / 1e9) + SPACE + "s";
    }

    /** A latency with the unit that suits it. */
    public static String latency(double nanos) {
        if (nanos < 1e6) {
            return significant(nanos / 1e3, 3) + SPACE + "\u00B5s";
        }
        return nanos < 1e9 ? millis(nanos) + SPACE + "ms" : significant(nanos / 1e9, 3) + SPACE + "s";
    }

    /** A large count in words: {@code 2.41 million}. */
    public static String large(double value) {
        if (value >= 1e9) {
            return significant(value / 1e9, 3) + SPACE + "billion";
        }
        return value >= 1e6 ? significant(value / 1e6, 3) + SPACE + "million" : count(Math.round(value));
    }
}
