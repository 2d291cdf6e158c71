package dev.purser.simulator.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntensityTest {
    private static final long STEP = 10 * Nanos.SECOND;
    private static final RateProfile LEVEL =
            new RateProfile(50, 0, Collections.nCopies(24, 1.0), Collections.nCopies(7, 1.0), List.of());

    /** Each step's factor is that of its substream of {@code traffic/test/dispersion}: 500 expected in a step. */
    @Test
    void ratesHoldTheFactorsOfTheDispersion() {
        TrafficSpec.Profile traffic = new TrafficSpec.Profile(LEVEL, 5, STEP);
        Intensity intensity = traffic.intensity(context());
        OverDispersion noise = new OverDispersion(5, streams().substreams("traffic/test/dispersion"));

        assertEquals(20, intensity.steps().steps());
        for (long step = 19; step >= 0; step--) {
            assertEquals(
                    50 * noise.factor(step, 500), intensity.steps().perSecond().at(step));
        }
    }

    /** Arrivals drawn from the rates, read a second time, with the arrivals' own substreams: those of the process. */
    @Test
    void theProcessDrawsFromTheRates() {
        TrafficSpec.Profile traffic = new TrafficSpec.Profile(LEVEL, 5, STEP);
        Intensity intensity = traffic.intensity(context());
        var again = new PoissonArrivals(intensity.steps(), streams().substreams("traffic/test/arrivals"));

        List<Long> times = all(traffic.create(context()));
        assertTrue(times.size() > 5_000);
        assertEquals(all(again), times);
        assertEquals(0, intensity.startNanos());
        assertFalse(intensity.exactCounts());
    }

    @Test
    void aTraceGivesItsBins() {
        Intensity intensity =
                new TrafficSpec.Trace(3 * STEP, STEP, List.of(5.0, 0.0, 2.0), true, "test").intensity(context());

        assertEquals(3 * STEP, intensity.startNanos());
        assertEquals(3, intensity.steps().steps());
        assertEquals(STEP, intensity.steps().stepNanos());
        assertEquals(0.5, intensity.steps().perSecond().at(0));
        assertEquals(0.2, intensity.steps().perSecond().at(2));
        assertTrue(intensity.exactCounts());
    }

    private static TrafficContext context() {
        Calendar calendar = new Calendar(ZonedDateTime.parse("2026-03-02T00:00:00Z"), Set.of(), DayOfWeek.SUNDAY);
        return new TrafficContext("test", calendar, 200 * Nanos.SECOND, streams());
    }

    private static RandomStreams streams() {
        return new RandomStreams(20260403, 0);
    }

    private static List<Long> all(ArrivalProcess arrivals) {
        List<Long> times = new ArrayList<>();
        for (long next = arrivals.nextNanos(); next != Nanos.NEVER; next = arrivals.nextNanos()) {
            times.add(next);
        }
        return times;
    }
}
