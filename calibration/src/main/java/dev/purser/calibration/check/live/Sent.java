package dev.purser.calibration.check.live;

/**
 * A run that is over.
 *
 * @param planned when requests were to be sent
 * @param sentNanos when they were, after the start of the run: what the server saw
 * @param answers latencies from the planned moments
 */
record Sent(SendTimes planned, long[] sentNanos, Answers answers) {
    /** The same requests, had each been sent in time. */
    Sent asPlanned() {
        return new Sent(planned, planned.atNanos(), answers);
    }

    /** How late requests were sent, ascending. */
    long[] latenessNanos() {
        return planned.latenessNanos(sentNanos);
    }
}
