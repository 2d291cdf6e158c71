package dev.purser.simulator.experiment;

import dev.purser.simulator.cost.Ledger;
import dev.purser.simulator.cost.Pricing;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.surface.States;
import dev.purser.simulator.surface.SurfaceStore;
import dev.purser.simulator.units.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

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
        Map<String, CompletableFuture<Money>> without = new LinkedHashMap<>();
        EventRemoval.isolatedEvents(chosen)
                .forEach(event -> without.put(
                        event, CompletableFuture.supplyAsync(() -> costWithout(event, chosen, states, rows))));
        ScenarioRun run = new ScenarioRun(chosen, progress, states, rows);
        run.execute();
        Ledger ledger = Pricing.price(run.usage(), scenario.cost());
        return result(scenario, run, ledger, isolated(ledger.total(), without));
    }

    /** Runs {@code scenario}, whose fidelity is decided, and isolates the cost of no event. */
    static RunResult alone(ScenarioSpec scenario, States states, RowStore rows) {
        ScenarioRun run = new ScenarioRun(scenario, Progress.SILENT, states, rows);
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

    private static List<IsolatedCost> isolated(Money with, Map<String, CompletableFuture<Money>> without) {
        return without.entrySet().stream()
                .map(entry -> new IsolatedCost(entry.getKey(), with, result(entry.getValue())))
                .toList();
    }

    private static Money result(CompletableFuture<Money> cost) {
        try {
            return cost.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Money costWithout(String event, ScenarioSpec scenario, States states, RowStore rows) {
        ScenarioSpec without = EventRemoval.without(event, scenario);
        ScenarioRun run = new ScenarioRun(without, Progress.SILENT, states, rows);
        run.execute();
        return Pricing.price(run.usage(), without.cost()).total();
    }
}
