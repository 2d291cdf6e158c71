package dev.purser.simulator.experiment;

import dev.purser.simulator.cost.Ledger;
import dev.purser.simulator.cost.Pricing;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.surface.States;
import dev.purser.simulator.surface.SurfaceStore;
import java.util.List;

/** Simulates one scenario and prices what it used. */
public final class Run {
    private Run() {}

    /**
     * Runs {@code scenario} at its fidelity and, beside it on other cores, once more without each event whose cost is
     * to be isolated. The result is the same on any number of cores.
     *
     * @param progress hears of the run with all events
     * @param surfaces keeps states of the response surface for later runs
     * @param rows keeps what there is more of in a longer run, and stays open as long as the result is read
     * @throws IllegalArgumentException if something the scenario uses has no price
     */
    public static RunResult execute(ScenarioSpec scenario, Progress progress, SurfaceStore surfaces, RowStore rows) {
        States states = new States(surfaces);
        ScenarioSpec chosen = scenario.withFidelity(FidelityChoice.of(scenario).fidelity());
        try (RunsWithout without = RunsWithout.start(chosen, states, rows)) {
            ScenarioRun run = new ScenarioRun(chosen, progress, states, rows, rows);
            run.execute();
            Ledger ledger = Pricing.price(run.usage(), scenario.cost());
            return result(scenario, run, ledger, without.costs(ledger.total()));
        }
    }

    /** Runs {@code scenario}, whose fidelity is decided, and isolates the cost of no event. */
    static RunResult alone(ScenarioSpec scenario, States states, RowStore rows) {
        ScenarioRun run = new ScenarioRun(scenario, Progress.SILENT, states, rows, rows);
        run.execute();
        return result(scenario, run, Pricing.price(run.usage(), scenario.cost()), List.of());
    }

    private static RunResult result(
            ScenarioSpec scenario, ScenarioRun run, Ledger ledger, List<IsolatedCost> isolated) {
        return new RunResult(
                scenario,
                run.intervals(),
                run.summaries(),
                run.months(),
                run.decisions(),
                run.usage(),
                ledger,
                isolated,
                run.events(),
                run.surface());
    }

    /** The same with all of the result in memory: for short runs. */
    public static RunResult execute(ScenarioSpec scenario, Progress progress, SurfaceStore surfaces) {
        return execute(scenario, progress, surfaces, RowStore.IN_MEMORY);
    }
}
