package dev.purser.simulator.cost;

import java.util.Currency;

/**
 * What the bill consists of, besides the usage of a run.
 *
 * @param currency currency of the bill
 */
public record CostSpec(Currency currency) {}
