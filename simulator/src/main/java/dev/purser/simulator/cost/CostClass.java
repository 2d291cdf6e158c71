package dev.purser.simulator.cost;

/** The five classes every charge belongs to. */
public enum CostClass {
    HARDWARE,
    SOFTWARE,
    DATA,
    PEOPLE,
    OPERATIONS
}
