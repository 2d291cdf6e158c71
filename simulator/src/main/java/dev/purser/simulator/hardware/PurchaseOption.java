package dev.purser.simulator.hardware;

/** How capacity is paid for. */
public enum PurchaseOption {
    /** Rented by the second, at list price. */
    ON_DEMAND,
    /** Bought, and written off over its life. */
    OWNED
}
