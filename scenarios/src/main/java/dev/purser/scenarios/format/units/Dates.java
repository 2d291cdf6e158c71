package dev.purser.scenarios.format.units;

import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.ScalarType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.TreeSet;

/** Civil dates and times. */
public final class Dates {
    private static final String MOMENT_RULE =
            "a civil date and time in the scenario's zone, such as 2026-11-11T20:00, or a date, which means its midnight";
    private static final String DATE_PATTERN = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    /** Dates. */
    public static final ScalarType<LocalDate> DATE = new ScalarType<>(
            "date",
            "a date, such as 2026-11-11",
            "2026-11-11",
            scalar -> date(scalar.text()),
            LocalDate::toString,
            Json.text(DATE_PATTERN));

    /** Dates with a time of day, without a zone. */
    public static final ScalarType<LocalDateTime> MOMENT = new ScalarType<>(
            "civil time",
            MOMENT_RULE,
            "2026-11-11T20:00",
            scalar -> moment(scalar.text()),
            LocalDateTime::toString,
            Json.text(DATE_PATTERN + "(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?"));

    /** Time zones with their daylight-saving rules. */
    public static final ScalarType<ZoneId> ZONE = new ScalarType<>(
            "zone",
            "UTC or a zone of the IANA time zone database, such as Europe/Berlin",
            "Asia/Shanghai",
            scalar -> zone(scalar.text()),
            ZoneId::getId,
            Json.type("string"));

    private Dates() {}

    private static LocalDate date(String text) {
        try {
            return bounded(LocalDate.parse(text).atStartOfDay()).toLocalDate();
        } catch (DateTimeException broken) {
            throw new IllegalArgumentException("must be a date of the calendar, such as 2026-11-11", broken);
        }
    }

    private static LocalDateTime moment(String text) {
        try {
            return bounded(
                    text.contains("T")
                            ? LocalDateTime.parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                            : LocalDate.parse(text).atStartOfDay());
        } catch (DateTimeException broken) {
            throw new IllegalArgumentException("must be " + MOMENT_RULE, broken);
        }
    }

    private static LocalDateTime bounded(LocalDateTime moment) {
        if (moment.getYear() < 1970 || moment.getYear() > 2199) {
            throw new IllegalArgumentException("must be in the years 1970 to 2199");
        }
        return moment;
    }

    private static ZoneId zone(String text) {
        if (!text.equals("UTC") && !ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException("must be UTC or a zone of the IANA time zone database"
                    + Nearest.hint(text, new TreeSet<>(ZoneId.getAvailableZoneIds())));
        }
        return ZoneId.of(text);
    }

    /**
     * {@code moment} in {@code zone}; the earlier one where clocks are set back. Throws
     * {@link IllegalArgumentException} for a time that clocks skip.
     */
    public static ZonedDateTime in(ZoneId zone, LocalDateTime moment) {
        ZoneOffsetTransition change = zone.getRules().getTransition(moment);
        if (change != null && change.isGap()) {
            throw new IllegalArgumentException("got " + moment + ", must exist in " + zone + ", where clocks skip from "
                    + change.getDateTimeBefore() + " to " + change.getDateTimeAfter());
        }
        return moment.atZone(zone);
    }
}
