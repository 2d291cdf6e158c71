package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import java.util.Arrays;
import java.util.stream.LongStream;

/** One copy of the model on a replica: runs one batch at a time. Its event is the end of the batch. */
final class ModelInstance extends Event {
    private final BatchingWorker worker;
    private long[] tickets = new long[16];
    private int count;

    /** When the batch under way ends, on its device's virtual clock. */
    double endVirtualNanos;

    /** Number of that batch on its device. */
    long startOrder;

    /** Whether a batch is under way. */
    boolean running;

    ModelInstance(BatchingWorker worker) {
        super(Priority.COMPLETION);
        this.worker = worker;
    }

    void add(long ticket) {
        if (count == tickets.length) {
            tickets = Arrays.copyOf(tickets, count * 2);
        }
        tickets[count++] = ticket;
    }

    /** Requests in the batch. */
    int count() {
        return count;
    }

    long ticket(int index) {
        return tickets[index];
    }

    LongStream tickets() {
        return Arrays.stream(tickets, 0, count);
    }

    void clear() {
        count = 0;
    }

    @Override
    public void occur() {
        worker.batchEnded(this);
    }
}
