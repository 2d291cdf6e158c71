package dev.purser.scenarios.format.trace;

import dev.purser.scenarios.format.units.Dates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;

/** How a trace writes its times. */
public enum TraceTimes {
    /** ISO 8601, with {@code T} or a blank before the time of day; without an offset it is civil time of the zone. */
    ISO {
        @Override
        Instant parse(String text, ZoneId zone, Instant previous) {
            String iso = text.replace(' ', 'T');
            if (iso.indexOf('T') < 0) {
                return civil(LocalDate.parse(iso).atStartOfDay(), zone, previous);
            }
            boolean offset = iso.endsWith("Z") || iso.lastIndexOf('+') > 0 || iso.lastIndexOf('-') > iso.indexOf('T');
            return offset ? OffsetDateTime.parse(iso).toInstant() : civil(LocalDateTime.parse(iso), zone, previous);
        }

        /** Where clocks are set back, a time that does not follow the previous one is the later of the two. */
        private static Instant civil(LocalDateTime time, ZoneId zone, Instant previous) {
            ZonedDateTime earlier = Dates.in(zone, time);
            Instant instant = earlier.toInstant();
            return instant.isAfter(previous)
                    ? instant
                    : earlier.withLaterOffsetAtOverlap().toInstant();
        }
    },
    /** Seconds since 1970-01-01T00:00Z. */
    EPOCH_S {
        @Override
        Instant parse(String text, ZoneId zone, Instant previous) {
            return epoch(text, 9);
        }
    },
    /** Milliseconds since 1970-01-01T00:00Z. */
    EPOCH_MS {
        @Override
        Instant parse(String text, ZoneId zone, Instant previous) {
            return epoch(text, 6);
        }
    };

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    /** The moment {@code text} stands for; throws a {@link RuntimeException} if it is none. */
    abstract Instant parse(String text, ZoneId zone, Instant previous);

    static Instant epoch(String text, int digitsToNanos) {
        if (text.length() > 30 || !NUMBER.matcher(text).matches()) {
            throw new DateTimeException("must be a number");
        }
        BigDecimal[] parts = new BigDecimal(text).movePointRight(digitsToNanos).divideAndRemainder(NANOS);
        return Instant.ofEpochSecond(
                parts[0].longValueExact(),
                parts[1].setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    }
}
