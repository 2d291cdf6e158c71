package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.scaling.MetricKind;
import dev.purser.simulator.scaling.Pod;
import dev.purser.simulator.scaling.PodView;
import dev.purser.simulator.units.Nanos;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One copy of a service: a queue of attempts, dynamic batching, and the model instances that run the batches. */
public final class Replica implements Pod {

    /** Where it is in its life. */
    public enum State {
        PENDING,
        LOADING,
        READY,
        DRAINING,
        GONE
    }

    private final Simulation simulation;
    private final ReplicaSet set;
    private final long id;
    private final BatchingSpec batching;
    private final int queueLimit;
    private final Device device;
    private final AttemptQueue queue = new AttemptQueue();
    private final Event longestWait = Event.of(Priority.TIMER, this::startBatches);
    private final Event loaded = Event.of(Priority.FLEET, this::ready);
    private State state = State.PENDING;
    private String pool = "";
    private @Nullable Replica predecessor;
    private boolean leaving;
    private int instanceMillionths;
    private int index = -1;
    private int outstanding;
    private long placedNanos;
    private long readyTransitionNanos;
    private long countedNanos;
    private double outstandingNanos;
    private long attempts;
    private long started;
    private long waitedNanos;
    private final Event drained = Event.of(Priority.COMPLETION, this::goIfDrained);
    private @Nullable WorkShare share;

    Replica(Simulation simulation, ReplicaSet set, long id) {
        this.simulation = simulation;
        this.set = set;
        this.id = id;
        this.batching = set.spec().batching();
        this.queueLimit = set.spec().queueLimit();
        this.device = new Device(simulation, this, set.spec().modelInstances());
    }

    /** Unique number within its service, in order of creation. */
    public long id() {
        return id;
    }

    /** The service it belongs to. */
    public ServiceSpec spec() {
        return set.spec();
    }

    /** Where it is in its life. */
    public State state() {
        return state;
    }

    /** Name of the pool it is placed in; empty while pending. */
    public String pool() {
        return pool;
    }

    /** Attempts waiting or in service. */
    public int outstanding() {
        return outstanding;
    }

    /** Time so far in which a batch ran. */
    public long busyNanos() {
        return share == null ? device.busyNanos() : (long) work().busyNanos();
    }

    /** Attempts offered so far, those refused included. */
    public long attempts() {
        return attempts;
    }

    private double outstandingNanos() {
        return outstandingNanos + (double) outstanding * (simulation.nowNanos() - countedNanos);
    }

    @Override
    public PodView view() {
        PodView.Phase phase = switch (state) {
            case PENDING -> PodView.Phase.PENDING;
            case LOADING, READY -> PodView.Phase.RUNNING;
            case DRAINING, GONE -> PodView.Phase.DELETED;
        };
        return new PodView(
                phase,
                placedNanos,
                state == State.READY,
                readyTransitionNanos,
                spec().request().milliCores());
    }

    /** What it has done so far: counted by itself, or its share of what all did. */
    Work work() {
        if (share == null) {
            return followed();
        }
        set.settle();
        return share.work();
    }

    /** What it has done for the attempts that were followed one by one. */
    Work followed() {
        return new Work(device.busyNanos(), attempts, outstandingNanos(), waitedNanos, started);
    }

    @Override
    public double cumulative(MetricKind kind) {
        return work().cumulative(kind, spec().hostMilliCores());
    }

    @Override
    public double weight(MetricKind kind) {
        return kind == MetricKind.QUEUE_TIME ? work().started() : simulation.nowNanos();
    }

    /** Busy time x share of its instance, in nanoseconds of a whole instance; exact to a millisecond. */
    long busyInstanceNanos() {
        return busyNanos() / Nanos.MILLISECOND * instanceMillionths;
    }

    /**
     * It got room; it is ready after loading, or at once if {@code warm}.
     *
     * @param poolName the instance's pool
     * @param millionths share of the instance it takes
     */
    public void placed(String poolName, int millionths, boolean warm) {
        pool = poolName;
        instanceMillionths = millionths;
        state = State.LOADING;
        placedNanos = simulation.nowNanos();
        readyTransitionNanos = placedNanos;
        device.setClock(set.clock(poolName, id));
        share = set.shareOf(poolName);
        if (warm) {
            ready();
        } else {
            simulation.schedule(loaded, placedNanos + set.nextLoadNanos());
        }
    }

    /** It has to leave its instance: another takes its place, and when that one is ready this one drains. */
    public void replace() {
        if (!isLeaving()) {
            leaving = true;
            set.addSuccessor(this);
        }
    }

    /** Whether it drains, or will as soon as its successor is ready. */
    boolean isLeaving() {
        return leaving || state == State.DRAINING || state == State.GONE;
    }

    /** When this one is ready, or is given up before, {@code other} may go. */
    void succeed(Replica other) {
        predecessor = other;
    }

    /** Its instance is lost: all it had to do fails, and another takes its place. */
    public void lose() {
        boolean wanted = !isLeaving();
        simulation.cancel(loaded);
        simulation.cancel(longestWait);
        simulation.cancel(drained);
        if (state == State.READY) {
            leaveReady();
        }
        state = State.GONE;
        long[] abandoned = LongStream.concat(device.stop(), queue.clear()).toArray();
        changeOutstanding(-outstanding);
        set.gone(this);
        if (wanted) {
            addReplacement();
        }
        set.lost(abandoned);
    }

    private void addReplacement() {
        if (predecessor == null) {
            set.addAnother();
        } else {
            set.addSuccessor(predecessor);
            predecessor = null;
        }
    }

    /** It is not wanted any more: it goes at once if it has nothing to finish, else when it has. */
    void retire() {
        if (state == State.DRAINING || state == State.GONE) {
            return;
        }
        simulation.cancel(loaded);
        if (state == State.READY) {
            readyTransitionNanos = simulation.nowNanos();
            leaveReady();
            finishShared();
        }
        state = State.DRAINING;
        relievePredecessor();
        goIfDrained();
    }

    /** Takes an attempt, or refuses it because the queue is full. */
    boolean offer(Request request, long ticket) {
        attempts++;
        if (isFull()) {
            return false;
        }
        changeOutstanding(1);
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
        set.batchStarted(samples);
        device.start(instance, samples);
    }

    /** Takes the attempt at {@code position} out of the queue, if it still waits. */
    void cancel(long position) {
        if (queue.cancel(position)) {
            changeOutstanding(-1);
            goIfDrained();
        }
    }

    /** The replica is number {@code newIndex} of the ready ones from now on. */
    void moveTo(int newIndex) {
        index = newIndex;
    }

    void batchEnded(ModelInstance instance) {
        changeOutstanding(-instance.count());
        for (int i = 0; i < instance.count(); i++) {
            set.answered(this, instance.ticket(i));
        }
        instance.clear();
        device.end(instance);
        startBatches();
        goIfDrained();
    }

    /** A queue limit of 0 still lets an attempt pass straight to a free model instance. */
    private boolean isFull() {
        return queue.waiting() >= queueLimit && (queue.waiting() > 0 || !device.hasFree());
    }

    private void leaveReady() {
        set.ceasedToBeReady(index);
        index = -1;
        if (share != null) {
            share.leave();
        }
    }

    /** What it has to finish is not followed, but takes its time. */
    private void finishShared() {
        if (share != null && share.drainNanos() > 0) {
            simulation.schedule(drained, simulation.nowNanos() + share.drainNanos());
        }
    }

    private void ready() {
        state = State.READY;
        readyTransitionNanos = simulation.nowNanos();
        set.becameReady(this);
        if (share != null) {
            share.join();
        }
        relievePredecessor();
    }

    private void relievePredecessor() {
        if (predecessor != null) {
            Replica relieved = predecessor;
            predecessor = null;
            relieved.retire();
        }
    }

    private void goIfDrained() {
        if (state == State.DRAINING && outstanding == 0 && !drained.isPending()) {
            state = State.GONE;
            set.gone(this);
        }
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
        set.batchStarted(samples);
        device.start(instance, (int) samples);
    }

    private void changeOutstanding(int change) {
        outstandingNanos = outstandingNanos();
        countedNanos = simulation.nowNanos();
        outstanding += change;
        if (index >= 0) {
            set.ready().setOutstanding(index, outstanding);
        }
    }
}
