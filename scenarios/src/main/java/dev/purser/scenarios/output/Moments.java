package dev.purser.scenarios.output;

import dev.purser.simulator.time.Calendar;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/** Moments of a run as ISO 8601 with the offset then in force. */
record Moments(Calendar calendar) {

    /** Such as {@code 2026-03-02T10:00:00+01:00}. */
    String text(long nanos) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(calendar.at(nanos));
    }

    /** The civil month, such as {@code 2026-03}. */
    String month(long nanos) {
        return YearMonth.from(calendar.at(nanos)).toString();
    }
}
