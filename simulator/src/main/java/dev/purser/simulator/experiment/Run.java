package dev.purser.simulator.experiment;

import dev.purser.simulator.cost.Ledger;
import dev.purser.simulator.cost.Pricing;
import dev.purser.simulator.units.Money;
import java.util.List;

/** Simulates one scenario and prices what it used. */
public final class Run {
    private Run() {}

    /**
     * Runs {@code scenario} at request level; then once more without each event whose cost is to be isolated.
     *
     * @throws IllegalArgumentException if something the scenario uses has no price
     */
    public static RunResult execute(ScenarioSpec scenario, Progress progress) {
        RequestLevelRun run = new RequestLevelRun(scenario, progress);
        run.execute();
        Ledger ledger = Pricing.price(run.usage(), scenario.cost());
        List<IsolatedCost> isolated = EventRemoval.isolatedEvents(scenario).stream()
                .map(event -> new IsolatedCost(event, ledger.total(), costWithout(event, scenario, progress)))
                .toList();
        return new RunResult(
                scenario,
                run.intervals(),
                run.summaries(),
                run.decisions(),
                run.usage(),
                ledger,
                isolated,
                run.events());
    }

    /** How often {@link #execute} simulates the scenario: once, and once more without each event to be isolated. */
    public static int passes(ScenarioSpec scenario) {
        return 1 + EventRemoval.isolatedEvents(scenario).size();
    }

    private static Money costWithout(String event, ScenarioSpec scenario, Progress progress) {
        ScenarioSpec without = EventRemoval.without(event, scenario);
        RequestLevelRun run = new RequestLevelRun(without, progress);
        run.execute();
        return Pricing.price(run.usage(), without.cost()).total();
    }
}
