package dev.purser.simulator.serving;

/** How a request, or its visit to one stage, ended. */
public enum Outcome {
    /** Computed. */
    FULL(true),
    /** Answered from a cache. */
    CACHED(true),
    /** Answered by the fallback, because every attempt failed. */
    FALLBACK(true),
    /** Failed; the last attempt met a full queue, no replica at all, or one that was lost. */
    REJECTED(false),
    /** Failed; the last attempt was not answered in time. */
    TIMED_OUT(false);

    private final boolean answered;

    Outcome(boolean answered) {
        this.answered = answered;
    }

    /** Whether there was an answer. */
    public boolean isAnswered() {
        return answered;
    }
}
