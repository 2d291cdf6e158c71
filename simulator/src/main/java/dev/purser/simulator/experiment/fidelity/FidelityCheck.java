package dev.purser.simulator.experiment.fidelity;

import dev.purser.simulator.experiment.Fidelity;
import dev.purser.simulator.experiment.Progress;
import dev.purser.simulator.experiment.Run;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.experiment.Window;
import dev.purser.simulator.surface.SurfaceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs windows of a scenario at both levels under several seeds, and compares what they came to. */
public final class FidelityCheck {
    private final ScenarioSpec scenario;
    private final FidelitySettings settings;
    private final SurfaceStore surfaces;
    private final Listener listener;
    private final AtomicInteger done = new AtomicInteger();

    /** Hears how far a check has come; called from several threads. */
    @FunctionalInterface
    public interface Listener {
        /** {@code done} runs out of {@code all} are over. */
        void reached(int done, int all);
    }

    private FidelityCheck(ScenarioSpec scenario, FidelitySettings settings, SurfaceStore surfaces, Listener listener) {
        this.scenario = scenario;
        this.settings = settings;
        this.surfaces = surfaces;
        this.listener = listener;
    }

    /**
     * Compares the two levels. Cost is that of usage: what costs the same whatever a run does is left out, because it
     * would hide a difference. The result is the same on any number of cores.
     *
     * @param surfaces keeps states of the response surface, from one seed to the next as well
     */
    public static FidelityResult run(
            ScenarioSpec scenario, FidelitySettings settings, SurfaceStore surfaces, Listener listener) {
        return new FidelityCheck(usageOnly(scenario), settings, surfaces, listener).run();
    }

    private FidelityResult run() {
        WindowSearch search = new WindowSearch(scenario);
        List<Window> windows = settings.whole() ? List.of(search.whole()) : search.find(settings.comparedNanos());
        List<ScenarioSpec> settled = windows.parallelStream().map(this::settled).toList();
        List<ScenarioSpec> runs = settled.stream().flatMap(this::runs).toList();
        List<Measurement> measured =
                runs.parallelStream().map(run -> measure(run, runs.size())).toList();
        List<FidelityRow> rows = new ArrayList<>();
        int each = 2 * settings.seeds();
        for (int i = 0; i < windows.size(); i++) {
            rows.addAll(rows(windows.get(i).name(), measured.subList(i * each, (i + 1) * each)));
        }
        return new FidelityResult(scenario, settings, windows, rows);
    }

    private static ScenarioSpec usageOnly(ScenarioSpec scenario) {
        return new Window("whole", 0, scenario.horizonNanos(), scenario.warmUpNanos())
                .of(scenario)
                .withCost(scenario.cost().ofUsage());
    }

    private ScenarioSpec settled(Window window) {
        return window.fromNanos() == 0 ? window.of(scenario) : Pilot.settled(window, scenario, surfaces);
    }

    /** By seed, request level first. */
    private Stream<ScenarioSpec> runs(ScenarioSpec window) {
        return IntStream.range(0, settings.seeds())
                .mapToObj(i -> window.withSeed(window.seed() + i))
                .flatMap(
                        seeded -> Stream.of(Fidelity.REQUEST, Fidelity.INTERVAL).map(seeded::withFidelity));
    }

    private Measurement measure(ScenarioSpec run, int all) {
        Measurement measured = Measurement.of(Run.execute(run, Progress.SILENT, surfaces));
        listener.reached(done.incrementAndGet(), all);
        return measured;
    }

    /** Compares measurements that alternate between request level and interval level. */
    static List<FidelityRow> rows(String window, List<Measurement> measured) {
        return measured.get(0).values().keySet().stream()
                .map(measure ->
                        FidelityRow.of(window, measure, values(measure, measured, 0), values(measure, measured, 1)))
                .filter(says())
                .toList();
    }

    /** Requests that cannot time out or fall back need no row that says so. */
    private static Predicate<FidelityRow> says() {
        return row -> !row.measure().kind().onlyWhereSeen() || row.request() > 0 || row.interval() > 0;
    }

    private static double[] values(Measure measure, List<Measurement> measured, int first) {
        return IntStream.iterate(first, i -> i < measured.size(), i -> i + 2)
                .mapToDouble(i -> measured.get(i).values().get(measure))
                .toArray();
    }
}
