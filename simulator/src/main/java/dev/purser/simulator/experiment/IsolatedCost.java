package dev.purser.simulator.experiment;

import dev.purser.simulator.units.Money;

/**
 * What an event cost: the same scenario, seed and streams, run once with and once without it.
 *
 * @param event name of the event
 * @param with effective cost of the run with it
 * @param without effective cost of the run without it
 */
public record IsolatedCost(String event, Money with, Money without) {
    /** The difference. */
    public Money cost() {
        return with.minus(without);
    }
}
