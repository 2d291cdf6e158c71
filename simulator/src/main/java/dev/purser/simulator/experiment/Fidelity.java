package dev.purser.simulator.experiment;

import java.util.Locale;

/** How closely a run follows its requests. */
public enum Fidelity {
    /** Every request is followed: exact; hours to days. */
    REQUEST,
    /** Time advances in intervals whose latencies come from a response surface: months. */
    INTERVAL,
    /** Request level where that takes about ten seconds at most, interval level elsewhere. */
    AUTO;

    /** The name scenarios use. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
