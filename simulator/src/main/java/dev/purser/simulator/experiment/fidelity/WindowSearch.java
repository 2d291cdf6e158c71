package dev.purser.simulator.experiment.fidelity;

import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.experiment.Window;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * Finds the windows of a scenario that are worth comparing, from its expected rates: where they are lowest
 * ({@code calm}), where they rise most ({@code ramp}) and where they are highest ({@code peak}). Windows begin at whole
 * minutes, at no more than 20,000 places; of equal ones the first is taken, and the same one is taken once.
 */
final class WindowSearch {
    /** Time before the compared part: replicas start at the number that fits, and queues fill in seconds. */
    static final long WARM_UP_NANOS = 5 * Nanos.MINUTE;

    private static final long SHORTEST_NANOS = 5 * Nanos.MINUTE;
    private static final long LONGEST_NANOS = 3 * Nanos.HOUR;
    private static final int PLACES = 20_000;

    /** Requests of a window by default: some seconds at request level. */
    private static final double REQUESTS = 8e6;

    private final ScenarioSpec scenario;
    private final ExpectedLoad load;

    WindowSearch(ScenarioSpec scenario) {
        this.scenario = scenario;
        this.load = new ExpectedLoad(scenario);
    }

    /**
     * The windows, each with {@code comparedNanos} after its warm-up; without that, as long as some millions of requests
     * take at the peak (5 min to 3 h). The whole scenario is the only one where it has no more requests than three such
     * windows.
     */
    List<Window> find(OptionalLong comparedNanos) {
        long compared = comparedNanos.orElseGet(this::defaultNanos);
        long length = WARM_UP_NANOS + compared;
        return coversAll(length) ? List.of(whole()) : find(length);
    }

    /** The whole scenario with its own warm-up. */
    Window whole() {
        return new Window("whole", 0, scenario.horizonNanos(), scenario.warmUpNanos());
    }

    private List<Window> find(long length) {
        List<Window> found = new ArrayList<>();
        add(found, "calm", length, from -> -load.mean(from, from + length - WARM_UP_NANOS));
        add(found, "ramp", length, from -> load.rise(from, from + length - WARM_UP_NANOS));
        add(found, "peak", length, from -> load.mean(from, from + length - WARM_UP_NANOS));
        return found;
    }

    private void add(List<Window> found, String name, long length, ToDoubleFunction<Long> worth) {
        long compared = places(length)
                .boxed()
                .max(Comparator.comparingDouble(worth).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        Window window = new Window(name, compared - WARM_UP_NANOS, length, WARM_UP_NANOS);
        if (found.stream().noneMatch(other -> other.fromNanos() == window.fromNanos())) {
            found.add(window);
        }
    }

    /** Where a compared part may begin. */
    private LongStream places(long length) {
        return LongStream.iterate(
                WARM_UP_NANOS, at -> at - WARM_UP_NANOS + length <= scenario.horizonNanos(), at -> at + stepNanos());
    }

    private boolean coversAll(long length) {
        int parts = (int) Math.min(PLACES, 1 + scenario.horizonNanos() / Nanos.MINUTE);
        double all = load.requests(0, scenario.horizonNanos(), parts);
        return scenario.horizonNanos() < length || all <= 3 * length * peakPerSecond() / Nanos.SECOND;
    }

    private long defaultNanos() {
        double nanos = REQUESTS / Math.max(1e-9, peakPerSecond()) * Nanos.SECOND;
        long minutes = (long) Math.min(nanos, LONGEST_NANOS) / Nanos.MINUTE;
        return Math.max(SHORTEST_NANOS, minutes * Nanos.MINUTE - WARM_UP_NANOS);
    }

    private double peakPerSecond() {
        return LongStream.iterate(0, at -> at < scenario.horizonNanos(), at -> at + stepNanos())
                .mapToDouble(at -> load.mean(at, at + 1))
                .max()
                .orElseThrow();
    }

    private long stepNanos() {
        long minutes = -Math.floorDiv(-scenario.horizonNanos(), PLACES * Nanos.MINUTE);
        return minutes * Nanos.MINUTE;
    }
}
