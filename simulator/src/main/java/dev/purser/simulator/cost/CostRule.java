package dev.purser.simulator.cost;

import java.util.List;

/**
 * One kind of charge: a pure function from the usage of a run and its cost specification to lines of the bill.
 *
 * <p>To add one, write the class and one line of {@link CostRules}; from outside, name it in
 * {@code META-INF/services/dev.purser.simulator.cost.CostRule}. A rule keeps nothing between calls; without usage
 * (a horizon of 0) it charges nothing.
 */
public interface CostRule {
    /** Unique name, such as {@code on-demand}. */
    String name();

    /**
     * Its lines, one per civil day, service and item, in any order.
     *
     * @throws IllegalArgumentException if a price or specification that the usage needs is missing or wrong
     */
    List<Charge> charges(CostView view);

    /** What it leaves paid but not used up: one entry for each thing that is paid in advance. */
    default List<Obligation> obligations(CostView view) {
        return List.of();
    }
}
