package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * One copy of the model on a replica: runs one batch at a time. Its event is the end of the batch, or of the part of it
 * before the device.
 */
final class ModelInstance extends Event {
    private final BatchingWorker worker;
    private final Device device;
    private long[] tickets = new long[16];
    private int count;

    /** When the batch under way ends, on its device's virtual clock. */
    double endVirtualNanos;

    /** Number of that batch on its device. */
    long startOrder;
    /** Time the batch under way takes on the device if it has it for itself. */
    double deviceNanos;

    /** When the batch before ended. */
    long endedNanos;

    /** Whether a batch is under way. */
    boolean running;

    /** Whether the batch under way has not reached the device. */
    boolean beforeDevice;

    ModelInstance(BatchingWorker worker, Device device) {
        super(Priority.COMPLETION);
        this.worker = worker;
        this.device = device;
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
        if (beforeDevice) {
            device.reach(this);
        } else {
            worker.batchEnded(this);
        }
    }
}
