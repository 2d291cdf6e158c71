package dev.purser.simulator.experiment;

import dev.purser.simulator.cost.Pricing;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.surface.States;
import dev.purser.simulator.units.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Runs of one scenario without each event whose cost is to be isolated, on other threads. Once it is closed none of them
 * goes on.
 */
final class RunsWithout implements AutoCloseable {
    private final Map<String, CompletableFuture<Money>> costs = new LinkedHashMap<>();
    private volatile boolean closed;

    private RunsWithout() {}

    /** Starts them; {@code rows} is to keep what their prices are read from. */
    static RunsWithout start(ScenarioSpec scenario, States states, RowStore rows) {
        RunsWithout runs = new RunsWithout();
        for (String event : EventRemoval.isolatedEvents(scenario)) {
            ScenarioSpec without = EventRemoval.without(event, scenario);
            runs.costs.put(event, CompletableFuture.supplyAsync(() -> runs.cost(without, states, rows)));
        }
        return runs;
    }

    /** What each event cost, {@code with} being the price of the run with all of them; waits for the runs. */
    List<IsolatedCost> costs(Money with) {
        return costs.entrySet().stream()
                .map(entry -> new IsolatedCost(entry.getKey(), with, result(entry.getValue())))
                .toList();
    }

    /** Stops those that still go on, and waits until they have: nobody else uses the stores after that. */
    @Override
    public void close() {
        closed = true;
        costs.values().forEach(cost -> cost.handle((money, failure) -> money).join());
    }

    /** Nobody reads the intervals and decisions of such a run. */
    private Money cost(ScenarioSpec without, States states, RowStore rows) {
        checkOpen(0, 0);
        ScenarioRun run = new ScenarioRun(without, this::checkOpen, states, rows, RowStore.NOWHERE);
        run.execute();
        return Pricing.price(run.usage(), without.cost()).total();
    }

    private void checkOpen(long simulatedNanos, long requests) {
        if (closed) {
            throw new CancellationException("the run it belongs to is over");
        }
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
}
