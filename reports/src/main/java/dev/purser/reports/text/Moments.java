package dev.purser.reports.text;

import dev.purser.simulator.units.Nanos;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Civil times and lengths of time as people read them. */
public final class Moments {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private Moments() {}

    /** {@code 2 March 2026}. */
    public static String date(TemporalAccessor moment) {
        return DATE.format(moment);
    }

    /** {@code 2 Mar 2026, 00:00}. */
    public static String moment(TemporalAccessor moment) {
        return MOMENT.format(moment);
    }

    /** {@code 2 Mar 00:00}. */
    public static String brief(TemporalAccessor moment) {
        return SHORT.format(moment);
    }

    /** {@code Mar 2026}. */
    public static String month(TemporalAccessor moment) {
        return MONTH.format(moment);
    }

    /** A length in the largest unit it is at least one of: {@code 11 days}, {@code 1 hour}, {@code 90 minutes}. */
    public static String length(long nanos) {
        if (nanos % Nanos.DAY == 0 || nanos > 3 * Nanos.DAY) {
            return counted(nanos, Nanos.DAY, "day");
        }
        if (nanos % Nanos.HOUR == 0 || nanos > 3 * Nanos.HOUR) {
            return counted(nanos, Nanos.HOUR, "hour");
        }
        boolean minutes = nanos % Nanos.MINUTE == 0 || nanos > 3 * Nanos.MINUTE;
        return minutes ? counted(nanos, Nanos.MINUTE, "minute") : counted(nanos, Nanos.SECOND, "second");
    }

    /** {@code this day}, {@code these 11 days}. */
    public static String these(long nanos) {
        String length = length(nanos);
        return isOne(length) ? "this " + length.substring(2) : "these " + length;
    }

    /** {@code the day}, {@code the 11 days}. */
    public static String the(long nanos) {
        String length = length(nanos);
        return "the " + (isOne(length) ? length.substring(2) : length);
    }

    private static boolean isOne(String length) {
        return length.startsWith("1" + Numbers.SPACE);
    }

    private static String counted(long nanos, long unit, String name) {
        String number = nanos % unit == 0
                ? Numbers.count(nanos / unit)
                : Numbers.fixed(BigDecimal.valueOf((double) nanos / unit), 1);
        return number + Numbers.SPACE + name + (number.equals("1") ? "" : "s");
    }
}
