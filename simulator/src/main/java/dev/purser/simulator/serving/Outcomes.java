package dev.purser.simulator.serving;

/**
 * What became of user requests. {@code offered = full + cached + fallback + rejected + timedOut + inFlight} over a
 * whole run; within one interval requests also enter and leave with {@code inFlight}.
 *
 * @param offered requests that arrived
 * @param full answered by computing at least one stage
 * @param cached answered from caches alone
 * @param fallback answered by a fallback
 * @param rejected refused: every attempt met a full queue (or the last one did)
 * @param timedOut given up: the last attempt was not answered in time
 * @param inFlight neither answered nor failed at the end
 */
public record Outcomes(
        long offered, long full, long cached, long fallback, long rejected, long timedOut, long inFlight) {
    /** Requests that got an answer of any kind. */
    public long answered() {
        return full + cached + fallback;
    }

    /** Requests that failed. */
    public long failed() {
        return rejected + timedOut;
    }

    /** Share of the finished requests that failed; 0 without any. */
    public double failedShare() {
        long finished = answered() + failed();
        return finished == 0 ? 0 : (double) failed() / finished;
    }
}
