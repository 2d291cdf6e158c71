package dev.purser.simulator.cost;

import dev.purser.simulator.units.Money;

/**
 * What is paid for but not used up yet: money that the bill of a run does not show as cost, because other months bear
 * it.
 *
 * <pre>at start + billed in the run - effective in the run = at end</pre>
 *
 * @param kind book value of machines, or a prepayment
 * @param name what was paid for
 * @param pool the pool it belongs to; empty: none
 * @param atStart paid before the run's start and not used up then
 * @param atEnd paid and not used up at the run's end: what later months still have to bear
 */
public record Obligation(Kind kind, String name, String pool, Money atStart, Money atEnd) {
    /** Why it was paid before it is used. */
    public enum Kind {
        /** Purchase price of owned machines less their depreciation so far, salvage included. */
        BOOK_VALUE,
        /** The rest of a month paid in advance. */
        PREPAYMENT
    }
}
