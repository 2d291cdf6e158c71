package dev.purser.simulator.experiment.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.experiment.TestScenario;
import dev.purser.simulator.experiment.Window;
import dev.purser.simulator.traffic.RateEventSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Two days at a constant rate, but for events. */
class WindowSearchTest {
    /** Nothing from hour 10 to 14; from hour 30 to 36 three times as much, after a ramp of an hour. */
    private static final List<RateEventSpec> EVENTS = List.of(
            new RateEventSpec("night", 10 * Nanos.HOUR, 14 * Nanos.HOUR, 0, 0, 0, false),
            new RateEventSpec("sale", 30 * Nanos.HOUR, 36 * Nanos.HOUR, 3, Nanos.HOUR, 0, true));

    /** To a sixteenth of the length: rates are looked at in the middles of eight parts. */
    @Test
    void theLowestTheSteepestAndTheHighestAreFound() {
        List<Window> windows = new WindowSearch(scenario(2000, EVENTS)).find(OptionalLong.of(2 * Nanos.HOUR));
        assertEquals(
                List.of("calm", "ramp", "peak"),
                windows.stream().map(Window::name).toList());
        long warmUp = WindowSearch.WARM_UP_NANOS;
        windows.forEach(window -> assertEquals(2 * Nanos.HOUR + warmUp, window.lengthNanos()));
        assertEquals(10 * Nanos.HOUR, windows.get(0).fromNanos() + warmUp, Nanos.HOUR / 8.0);
        long middle = windows.get(1).fromNanos() + warmUp + Nanos.HOUR;
        assertTrue(30 * Nanos.HOUR <= middle && middle <= 31 * Nanos.HOUR, windows.toString());
        assertEquals(31 * Nanos.HOUR, windows.get(2).fromNanos() + warmUp, Nanos.HOUR / 8.0);
    }

    @Test
    void theSamePartIsTakenOnce() {
        List<Window> windows = new WindowSearch(scenario(2000, List.of())).find(OptionalLong.of(2 * Nanos.HOUR));
        assertEquals(
                List.of(new Window("calm", 0, 2 * Nanos.HOUR + WindowSearch.WARM_UP_NANOS, WindowSearch.WARM_UP_NANOS)),
                windows);
    }

    /** The peak is 3 x 2,000 x 1.1 x 1.3 / (1.1 x 1.3) a second: 8 million requests are 22 minutes. */
    @Test
    void theLengthFollowsFromThePeak() {
        List<Window> windows = new WindowSearch(scenario(2000, EVENTS)).find(OptionalLong.empty());
        windows.forEach(window -> assertEquals(22 * Nanos.MINUTE, window.lengthNanos()));
    }

    @Test
    void aShortScenarioIsComparedWhole() {
        ScenarioSpec scenario = scenario(2, EVENTS);
        Window whole = new Window("whole", 0, 48 * Nanos.HOUR, 20 * Nanos.MINUTE);
        assertEquals(List.of(whole), new WindowSearch(scenario).find(OptionalLong.of(20 * Nanos.HOUR)));
        assertEquals(whole, new WindowSearch(scenario).whole());
    }

    private static ScenarioSpec scenario(double perSecond, List<RateEventSpec> events) {
        TestScenario scenario = new TestScenario();
        scenario.horizonNanos = 48 * Nanos.HOUR;
        scenario.warmUpNanos = 20 * Nanos.MINUTE;
        scenario.pipelines = List.of(
                TestScenario.pipeline("search", perSecond, events, Optional.empty(), TestScenario.stage("ranking")));
        return scenario.spec();
    }
}
