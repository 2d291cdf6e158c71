package dev.purser.simulator.fleet;

/** Counts the changes of something: while the count stays, it is as it was. */
final class ChangeCount {
    private long count;

    void raise() {
        count++;
    }

    long value() {
        return count;
    }
}
