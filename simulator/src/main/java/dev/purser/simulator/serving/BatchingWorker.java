package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import java.util.stream.LongStream;

/** A queue of attempts, dynamic batching, and the model instances that run the batches; the end of each is an event. */
final class BatchingWorker implements Worker {
    private final Simulation simulation;
    private final ReplicaSet set;
    private final Replica replica;
    private final BatchingSpec batching;
    private final int queueLimit;
    private final Device device;
    private final AttemptQueue queue = new AttemptQueue();
    private final Event longestWait = Event.of(Priority.TIMER, this::startBatches);
    private int outstanding;
    private long countedNanos;
    private double outstandingNanos;
    private long started;
    private long waitedNanos;

    BatchingWorker(Simulation simulation, ReplicaSet set, Replica replica) {
        this.simulation = simulation;
        this.set = set;
        this.replica = replica;
        this.batching = set.spec().batching();
        this.queueLimit = set.spec().queueLimit();
        this.device = new Device(simulation, this, set.spec().modelInstances());
    }

    @Override
    public void setClock(BatchClock clock) {
        device.setClock(clock);
    }

    @Override
    public int outstanding() {
        return outstanding;
    }

    @Override
    public long busyNanos() {
        return device.busyNanos();
    }

    @Override
    public Work work(long attempts) {
        return new Work(device.busyNanos(), attempts, outstandingNanos(), waitedNanos, started);
    }

    @Override
    public long knownEndNanos() {
        return 0;
    }

    @Override
    public long[] stop() {
        simulation.cancel(longestWait);
        long[] abandoned = LongStream.concat(device.stop(), queue.clear()).toArray();
        changeOutstanding(-outstanding);
        return abandoned;
    }

    @Override
    public boolean offer(Request request, long ticket) {
        if (isFull()) {
            return false;
        }
        changeOutstanding(1);
        request.departureNanos = Request.UNKNOWN;
        if (startsAlone()) {
            request.queuePosition = AttemptQueue.NOWHERE;
            start(request.samples, ticket);
        } else {
            request.queuePosition = queue.add(ticket, request.samples, simulation.nowNanos());
            startBatches();
        }
        return true;
    }

    /** An attempt that waits neither for an instance nor for company need not go through the queue. */
    private boolean startsAlone() {
        return queue.waiting() == 0 && device.hasFree() && batching.longestWaitNanos() == 0;
    }

    private void start(int samples, long ticket) {
        ModelInstance instance = device.take();
        instance.add(ticket);
        started++;
        set.batchesStarted(replica, 1, samples);
        device.start(instance, samples);
    }

    @Override
    public void cancel(long position) {
        if (queue.cancel(position)) {
            changeOutstanding(-1);
            replica.goIfDrained();
        }
    }

    void batchEnded(ModelInstance instance) {
        changeOutstanding(-instance.count());
        for (int i = 0; i < instance.count(); i++) {
            set.answered(replica, instance.ticket(i), simulation.nowNanos());
        }
        instance.clear();
        device.end(instance);
        startBatches();
        replica.goIfDrained();
    }

    /** A queue limit of 0 still lets an attempt pass straight to a free model instance. */
    private boolean isFull() {
        return queue.waiting() >= queueLimit && (queue.waiting() > 0 || !device.hasFree());
    }

    private void startBatches() {
        while (queue.waiting() > 0 && device.hasFree()) {
            int size = sizeToStart();
            if (size == 0) {
                awaitCompany();
                return;
            }
            startBatch(size);
        }
    }

    /** The size, in samples, a batch may be filled up to now; 0 if it is better to wait. */
    private int sizeToStart() {
        long samples = queue.waitingSamples();
        if (samples >= batching.largestBatch()) {
            return batching.largestBatch();
        }
        for (int i = batching.preferredSizes().size() - 1; i >= 0; i--) {
            if (samples >= batching.preferredSizes().get(i)) {
                return batching.preferredSizes().get(i);
            }
        }
        boolean waitedEnough = simulation.nowNanos() - queue.firstArrival() >= batching.longestWaitNanos();
        return waitedEnough ? batching.largestBatch() : 0;
    }

    private void awaitCompany() {
        if (!longestWait.isPending()) {
            simulation.schedule(longestWait, queue.firstArrival() + batching.longestWaitNanos());
        }
    }

    private void startBatch(int size) {
        ModelInstance instance = device.take();
        long samples = 0;
        do {
            samples += queue.firstSamples();
            waitedNanos += simulation.nowNanos() - queue.firstArrival();
            instance.add(queue.remove());
        } while (queue.waiting() > 0 && samples + queue.firstSamples() <= size);
        started += instance.count();
        set.batchesStarted(replica, 1, samples);
        device.start(instance, (int) samples);
    }

    private void changeOutstanding(int change) {
        outstandingNanos = outstandingNanos();
        countedNanos = simulation.nowNanos();
        outstanding += change;
        replica.outstandingChanged(outstanding);
    }

    private double outstandingNanos() {
        return outstandingNanos + (double) outstanding * (simulation.nowNanos() - countedNanos);
    }
}
