package dev.purser.calibration.check.live;

import dev.purser.calibration.models.Batch;

/** One request to a {@link LiveServer}. Times are those of {@link System#nanoTime()}. */
final class LiveRequest {
    private final Batch input;
    private long intendedNanos;
    private long sentNanos;
    private long startedNanos;
    private volatile long answeredNanos;

    LiveRequest(Batch input) {
        this.input = input;
    }

    Batch input() {
        return input;
    }

    int samples() {
        return input.samples();
    }

    /** When it was to be sent: what its latency counts from, however late the sender was. */
    void intend(long nanos) {
        intendedNanos = nanos;
    }

    long intendedNanos() {
        return intendedNanos;
    }

    /** When the server gets it. */
    void send(long nanos) {
        sentNanos = nanos;
    }

    long sentNanos() {
        return sentNanos;
    }

    /** When a model instance had put it into a batch. */
    void start(long nanos) {
        startedNanos = nanos;
    }

    long startedNanos() {
        return startedNanos;
    }

    void answer(long nanos) {
        answeredNanos = nanos;
    }

    long answeredNanos() {
        return answeredNanos;
    }

    long latencyNanos() {
        return answeredNanos - intendedNanos;
    }
}
