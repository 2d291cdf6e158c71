package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.purser.simulator.fleet.IncidentSpec;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.surface.SurfaceStore;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.traffic.ArrivalProcess;
import dev.purser.simulator.traffic.RateEventSpec;
import dev.purser.simulator.traffic.RateProfile;
import dev.purser.simulator.traffic.TrafficContext;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A window must be what the scenario is at that time. */
class WindowTest {
    /** A week in which the clocks go forward (29 March 2026), with a holiday. */
    private static final Calendar SPRING = new Calendar(
            ZonedDateTime.of(2026, 3, 26, 9, 30, 0, 0, ZoneId.of("Europe/Berlin")),
            Set.of(LocalDate.of(2026, 3, 27)),
            DayOfWeek.SUNDAY);

    private static final RateProfile PROFILE = new RateProfile(
            40,
            0.3,
            IntStream.range(0, 24).mapToObj(hour -> 1.0 + hour).toList(),
            DoubleStream.of(1, 2, 3, 4, 5, 6, 7).boxed().toList(),
            List.of(
                    new RateEventSpec("sale", 30 * Nanos.HOUR, 80 * Nanos.HOUR, 8, 5 * Nanos.HOUR, Nanos.HOUR, true),
                    new RateEventSpec("flash", 70 * Nanos.HOUR, 71 * Nanos.HOUR, 2, 0, 0, false)));

    @Test
    void ratesOfAProfileAreThoseOfTheSameMoment() {
        TrafficSpec traffic = new TrafficSpec.Profile(PROFILE, 3, Nanos.MINUTE);
        for (long from = 0; from < 160 * Nanos.HOUR; from += 17 * Nanos.HOUR + 13 * Nanos.SECOND) {
            assertSameRates(traffic, from);
        }
    }

    @Test
    void ratesOfATraceAreThoseOfTheSameMoment() {
        List<Double> counts =
                IntStream.range(0, 50).mapToObj(i -> (double) (i * i % 17)).toList();
        TrafficSpec traffic = new TrafficSpec.Trace(-90 * Nanos.MINUTE, Nanos.HOUR, counts, true, "test");
        for (long from = 0; from < 60 * Nanos.HOUR; from += 3 * Nanos.HOUR + 7 * Nanos.SECOND) {
            assertSameRates(traffic, from);
        }
    }

    /** Bins of 100: the first has ended 40 s before the window, the second is cut at a quarter, the third is whole. */
    @Test
    void arrivalsOfATraceAreThoseThatAreLeft() {
        List<Double> counts = List.of(5.0, 400.0, 6.0);
        var trace = new TrafficSpec.Trace(0, 100 * Nanos.SECOND, counts, true, "test").seenFrom(125 * Nanos.SECOND);
        List<Long> arrivals = arrivals((TrafficSpec.OpenLoop) trace);
        assertEquals(6, arrivals.stream().filter(at -> at >= 75 * Nanos.SECOND).count());
        long left = arrivals.stream().filter(at -> at < 75 * Nanos.SECOND).count();
        assertEquals(300, left, 4 * Math.sqrt(400 * 0.25 * 0.75), "binomial; beyond 4 sigma in 1 of 16,000");
        assertFalse(arrivals.stream().anyMatch(at -> at < 0));
    }

    @Test
    void clientsAskAsBefore() {
        TrafficSpec traffic = new TrafficSpec.ClosedLoop(30, new DistributionSpec.Fixed(1.5));
        assertEquals(traffic, traffic.seenFrom(Nanos.HOUR));
        assertEquals(20, traffic.expectedPerSecond(Nanos.HOUR, SPRING));
    }

    /** From minute 60 to 120: one is over, one under way for 20 minutes more, one inside, one comes later. */
    @Test
    void incidentsKeepTheirMoments() {
        TestScenario scenario = new TestScenario();
        scenario.incidents = List.of(
                incident("over", 10, 50),
                incident("under way", 50, 30),
                incident("inside", 70, 100),
                incident("later", 120, 5));
        Window window = new Window("peak", 60 * Nanos.MINUTE, 60 * Nanos.MINUTE, 5 * Nanos.MINUTE);
        assertEquals(
                List.of(incident("under way", 0, 20), incident("inside", 10, 100)),
                window.of(scenario.spec()).incidents());
    }

    @Test
    void theCalendarAndTheLengthAreTheWindows() {
        ScenarioSpec tiny = new TestScenario().spec();
        ScenarioSpec part = new Window("calm", 90 * Nanos.MINUTE, 30 * Nanos.MINUTE, 10 * Nanos.MINUTE).of(tiny);
        assertEquals(tiny.calendar().at(100 * Nanos.MINUTE), part.calendar().at(10 * Nanos.MINUTE));
        assertEquals(30 * Nanos.MINUTE, part.horizonNanos());
        assertEquals(10 * Nanos.MINUTE, part.warmUpNanos());
    }

    /** The whole as a window: no event isolated, all else as it was. */
    @Test
    void theWholeIsTheScenario() {
        TestScenario scenario = new TestScenario();
        var event = new RateEventSpec("sale", Nanos.HOUR, 2 * Nanos.HOUR, 3, 0, 0, true);
        scenario.pipelines = List.of(
                TestScenario.pipeline("search", 5, List.of(event), Optional.empty(), TestScenario.stage("ranking")));
        ScenarioSpec tiny = scenario.spec();
        RunResult expected = Run.execute(tiny, Progress.SILENT, SurfaceStore.NONE);
        RunResult whole = Run.execute(
                new Window("whole", 0, tiny.horizonNanos(), 0).of(tiny), Progress.SILENT, SurfaceStore.NONE);
        assertEquals(expected.intervals(), whole.intervals());
        assertEquals(expected.ledger(), whole.ledger());
        assertEquals(1, expected.isolated().size());
        assertEquals(List.of(), whole.isolated());
    }

    private static void assertSameRates(TrafficSpec traffic, long from) {
        TrafficSpec moved = traffic.seenFrom(from);
        Calendar calendar = new Calendar(SPRING.at(from), SPRING.holidays(), SPRING.holidayLike());
        for (long at = 0; at < 3 * Nanos.DAY; at += 1_111 * Nanos.SECOND) {
            double expected = traffic.expectedPerSecond(from + at, SPRING);
            assertEquals(expected, moved.expectedPerSecond(at, calendar), 1e-12 * expected);
        }
    }

    private static IncidentSpec incident(String name, int atMinute, int minutes) {
        return new IncidentSpec(name, "pool", atMinute * Nanos.MINUTE, 0.5, minutes * Nanos.MINUTE);
    }

    private static List<Long> arrivals(TrafficSpec.OpenLoop traffic) {
        ArrivalProcess process =
                traffic.create(new TrafficContext("search", SPRING, Nanos.DAY, new RandomStreams(20261122, 0)));
        List<Long> arrivals = new ArrayList<>();
        for (long at = process.nextNanos(); at != Nanos.NEVER; at = process.nextNanos()) {
            arrivals.add(at);
        }
        return arrivals;
    }
}
