package dev.purser.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.units.Nanos;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1 second",
        "60, 1 minute",
        "90, 90 seconds",
        "3600, 1 hour",
        "5400, 90 minutes",
        "86400, 1 day",
        "950400, 11 days",
        "302400, 3.5 days",
        "900000, 10.4 days"
    })
    void lengthsTakeTheLargestFittingUnit(long seconds, String expected) {
        assertEquals(expected, Moments.length(seconds * Nanos.SECOND).replace('\u00A0', ' '));
    }

    @Test
    void oneIsNotCounted() {
        assertEquals("this day", Moments.these(Nanos.DAY));
        assertEquals("the hour", Moments.the(Nanos.HOUR));
        assertEquals("these 11\u00A0days", Moments.these(11 * Nanos.DAY));
    }

    @Test
    void datesReadTheSameEverywhere() {
        ZonedDateTime moment = ZonedDateTime.parse("2026-03-02T04:05+01:00[Europe/Berlin]");
        assertEquals("2 March 2026", Moments.date(moment));
        assertEquals("2 Mar 2026, 04:05", Moments.moment(moment));
        assertEquals("2 Mar 04:05", Moments.brief(moment));
        assertEquals("Mar 2026", Moments.month(moment));
    }

    @Test
    void wordsAreJoinedAndCounted() {
        assertEquals("a, b and c", Words.joined(List.of("a", "b", "c")));
        assertEquals("a", Words.joined(List.of("a")));
        assertEquals("", Words.joined(List.of()));
        assertEquals("1\u00A0decision", Words.counted(1, "decision"));
        assertEquals("1,200\u00A0decisions", Words.counted(1200, "decision"));
    }
}
