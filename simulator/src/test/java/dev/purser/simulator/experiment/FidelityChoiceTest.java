package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.traffic.RateEventSpec;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Weights are even, so that expected requests are rate x time. */
class FidelityChoiceTest {
    private static final TestScenario TINY = new TestScenario();

    @Test
    void thirtyMillionVisitsAreTheMostAtRequestLevel() {
        assertEquals(
                Fidelity.REQUEST,
                chosen(30_000_000 / 36_000.0 - 1e-6, 10 * Nanos.HOUR).fidelity());
        assertEquals(
                Fidelity.INTERVAL,
                chosen(30_000_000 / 36_000.0 + 1e-6, 10 * Nanos.HOUR).fidelity());
        assertEquals(Fidelity.REQUEST, chosen(0, 3000 * Nanos.DAY).fidelity());
    }

    @Test
    void everyStageIsAVisit() {
        PipelineSpec two = TestScenario.pipeline(
                "search", 5, Optional.empty(), TestScenario.stage("ranking"), TestScenario.stage("ranking"));
        assertEquals(2 * 5 * 205 * 60, choice(two, 205 * Nanos.MINUTE).expectedVisits(), 1e-6);
    }

    /** A minute at 31 times the rate, its first half a ramp with mean 16: 30 x 16 + 30 x 31 in place of 60 seconds. */
    @Test
    void shortEventsCountExactly() {
        assertEquals(3600 + 1410 - 60, choice(shop(false), Nanos.HOUR).expectedVisits(), 1e-6);
    }

    @Test
    void theRunWithoutAnIsolatedEventComesOnTop() {
        assertEquals(3600 + 1410 - 60 + 3600, choice(shop(true), Nanos.HOUR).expectedVisits(), 1e-6);
    }

    /** A sale that began before the run and ends after it multiplies every second of it. */
    @Test
    void eventsReachBeyondTheRun() {
        RateEventSpec sale = new RateEventSpec("sale", -Nanos.HOUR, 3 * Nanos.HOUR, 2, 0, 0, false);
        PipelineSpec shop =
                TestScenario.pipeline("search", 1, List.of(sale), Optional.empty(), TestScenario.stage("ranking"));
        assertEquals(7200, choice(shop, Nanos.HOUR).expectedVisits(), 1e-6);
    }

    /** Bins of a minute from half a minute before the start: half of the first and of the last lie within. */
    @Test
    void onlyTheReplayedPartOfATraceCounts() {
        var trace = new TrafficSpec.Trace(-30 * Nanos.SECOND, Nanos.MINUTE, List.of(10.0, 20.0, 40.0), true, "a test");
        assertEquals(5 + 20 + 20, choice(of(trace), 2 * Nanos.MINUTE).expectedVisits(), 1e-9);
    }

    /** 100 clients that think 2 s send at most 50 requests a second, after one each at the start. */
    @Test
    void aClosedLoopIsBoundByItsThinkTime() {
        var clients = new TrafficSpec.ClosedLoop(100, new DistributionSpec.Fixed(2));
        assertEquals(100 + 50 * 60, choice(of(clients), Nanos.MINUTE).expectedVisits(), 1e-9);
    }

    @Test
    void whatTheScenarioAsksForHolds() {
        ScenarioSpec tiny = TINY.spec();
        assertEquals(
                Fidelity.INTERVAL,
                FidelityChoice.of(tiny.withFidelity(Fidelity.INTERVAL)).fidelity());
        assertEquals(
                Fidelity.REQUEST,
                FidelityChoice.of(tiny.withFidelity(Fidelity.REQUEST)).fidelity());
    }

    private static PipelineSpec shop(boolean isolated) {
        RateEventSpec sale =
                new RateEventSpec("sale", 10 * Nanos.MINUTE, 11 * Nanos.MINUTE, 31, 30 * Nanos.SECOND, 0, isolated);
        return TestScenario.pipeline("search", 1, List.of(sale), Optional.empty(), TestScenario.stage("ranking"));
    }

    private static PipelineSpec of(TrafficSpec traffic) {
        PipelineSpec any = TINY.pipelines.get(0);
        return new PipelineSpec(any.name(), traffic, any.candidates(), any.stages(), any.objective(), any.entrySite());
    }

    private static FidelityChoice chosen(double perSecond, long horizonNanos) {
        return choice(
                TestScenario.pipeline("search", perSecond, Optional.empty(), TestScenario.stage("ranking")),
                horizonNanos);
    }

    private static FidelityChoice choice(PipelineSpec pipeline, long horizonNanos) {
        TestScenario scenario = new TestScenario();
        scenario.horizonNanos = horizonNanos;
        scenario.pipelines = Collections.singletonList(pipeline);
        return FidelityChoice.of(scenario.spec().withFidelity(Fidelity.AUTO));
    }
}
