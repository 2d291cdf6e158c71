package dev.purser.reports.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.units.Nanos;
import java.util.Date;
import java.util.List;
import org.jfree.chart.axis.DateAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeScaleTest {
    /** The label of the moment six and a half hours after the start, by length of the run. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1|06:30", "24|06:30", "48|2 Mar 06:30", "168|Mon 2 Mar", "264|2 Mar", "8760|Mar 2026"})
    void labelsSuitTheLengthOfTheRun(long hours, String expected) {
        DateAxis axis = axis(hours);
        Date moment = new Date((long) axis.getLowerBound() + 6 * 3_600_000L + 1_800_000L);
        assertEquals(expected, axis.getTickUnit().dateToString(moment));
    }

    @Test
    void noLengthCrowdsTheAxis() {
        for (long hours : List.of(1L, 2L, 6L, 11L, 24L, 72L, 264L, 730L, 2_000L, 8_760L, 43_800L)) {
            DateAxis axis = axis(hours);
            double ticks = axis.getRange().getLength() / axis.getTickUnit().getSize();
            assertTrue(ticks < 13 && ticks > 0.9, hours + " h: " + ticks + " ticks");
        }
    }

    @Test
    void theAxisSpansTheRunInItsZone() {
        DateAxis axis = axis(24);
        assertEquals("Time (Europe/Berlin)", axis.getLabel());
        assertEquals("Europe/Berlin", axis.getTimeZone().getID());
        assertEquals(24 * 3_600_000L, axis.getRange().getLength());
    }

    private static DateAxis axis(long hours) {
        return TimeScale.of(TimeBucketsTest.from("2026-03-02T00:00+01:00[Europe/Berlin]", hours * Nanos.HOUR))
                .axis();
    }
}
