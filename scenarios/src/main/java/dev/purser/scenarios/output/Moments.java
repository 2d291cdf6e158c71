package dev.purser.scenarios.output;

import dev.purser.simulator.time.Calendar;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/** Moments of a run as ISO 8601 with the offset then in force. Not for several threads. */
final class Moments {
    private final Calendar calendar;

    /** Many rows begin at the moment at which the row before does. */
    private long lastNanos;

    private String last;

    Moments(Calendar calendar) {
        this.calendar = calendar;
        this.last = format(lastNanos);
    }

    /** Such as {@code 2026-03-02T10:00:00+01:00}. */
    String text(long nanos) {
        if (nanos != lastNanos) {
            last = format(nanos);
            lastNanos = nanos;
        }
        return last;
    }

    private String format(long nanos) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(calendar.at(nanos));
    }

    /** The civil month, such as {@code 2026-03}. */
    String month(long nanos) {
        return YearMonth.from(calendar.at(nanos)).toString();
    }
}
