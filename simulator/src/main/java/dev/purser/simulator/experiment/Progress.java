package dev.purser.simulator.experiment;

/** Hears how far a run has come. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress SILENT = (simulatedNanos, requests) -> {};

    /** Called now and then, by one thread at a time, with the simulated time reached and the requests offered so far. */
    void reached(long simulatedNanos, long requests);
}
