package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.scaling.MetricKind;
import dev.purser.simulator.scaling.Pod;
import dev.purser.simulator.scaling.PodView;
import dev.purser.simulator.units.Nanos;
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
    private final Event loaded = Event.of(Priority.FLEET, this::ready);
    private State state = State.PENDING;
    private String pool = "";
    private @Nullable Replica predecessor;
    private boolean leaving;
    private int instanceMillionths;
    private int index = -1;
    private long placedNanos;
    private long readyTransitionNanos;
    private long attempts;
    private Worker worker;
    private final Event drained = Event.of(Priority.COMPLETION, this::goIfDrained);
    private @Nullable WorkShare share;
    private @Nullable PodView view;

    Replica(Simulation simulation, ReplicaSet set, long id) {
        this.simulation = simulation;
        this.set = set;
        this.id = id;
        this.worker = set.newWorker(this);
    }

    /** Begins anew with another worker; nothing was offered yet. */
    void renewWorker() {
        worker = set.newWorker(this);
        if (!pool.isEmpty()) {
            worker.setClock(set.clock(pool, id));
        }
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
        return worker.outstanding();
    }

    /** Time so far in which a batch ran. */
    public long busyNanos() {
        return share == null ? worker.busyNanos() : (long) work().busyNanos();
    }

    /** Attempts offered so far, those refused included. */
    public long attempts() {
        return attempts;
    }

    @Override
    public PodView view() {
        if (view == null) {
            view = newView();
        }
        return view;
    }

    private PodView newView() {
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
            return own();
        }
        set.settle();
        return share.work(own());
    }

    /** What it has done for the attempts that were followed one by one, as long as it shares that with others. */
    Work followed() {
        return share == null ? own() : share.toShare(own());
    }

    private Work own() {
        return worker.work(attempts);
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
        placedNanos = simulation.nowNanos();
        readyTransitionNanos = placedNanos;
        enter(State.LOADING);
        worker.setClock(set.clock(poolName, id));
        share = set.shareOf(poolName);
        if (warm) {
            ready();
        } else {
            simulation.schedule(loaded, placedNanos + set.nextLoadNanos());
        }
    }

    private void enter(State next) {
        state = next;
        view = null;
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
        simulation.cancel(drained);
        if (state == State.READY) {
            leaveReady();
        }
        enter(State.GONE);
        long[] abandoned = worker.stop();
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
            awaitEnd();
        }
        enter(State.DRAINING);
        relievePredecessor();
        goIfDrained();
    }

    /** Takes an attempt, or refuses it because the queue is full. */
    boolean offer(Request request, long ticket) {
        attempts++;
        return worker.offer(request, ticket);
    }

    /**
     * Takes the first attempt of a request of {@code pipeline} that has one stage.
     *
     * @return when it departs, or {@link ExpressLane#REFUSED}
     */
    long offerExpress(int samples, int pipeline) {
        attempts++;
        return ((ExpressLane) worker).take(samples, ~pipeline);
    }

    /** The attempt it took last has this ticket. */
    void follow(long ticket) {
        ((ExpressLane) worker).follow(ticket);
    }

    /** Takes the attempt at {@code position} out of the queue, if it still waits. */
    void cancel(long position) {
        worker.cancel(position);
    }

    /** The replica is number {@code newIndex} of the ready ones from now on. */
    void moveTo(int newIndex) {
        index = newIndex;
    }

    /** It has so many attempts, waiting or in service, from now on. */
    void outstandingChanged(int outstanding) {
        if (index >= 0) {
            set.ready().setOutstanding(index, outstanding);
        }
    }

    private void leaveReady() {
        set.ceasedToBeReady(index);
        index = -1;
        if (share != null) {
            share.leave(own());
        }
    }

    /** What it has to finish may be known, or not be followed but take its time; else the last answer is an event. */
    private void awaitEnd() {
        long sharedNanos = share == null ? 0 : share.drainNanos();
        long endNanos = Math.max(worker.knownEndNanos(), sharedNanos == 0 ? 0 : simulation.nowNanos() + sharedNanos);
        if (endNanos > 0 && endNanos >= simulation.completedBeforeNanos()) {
            simulation.schedule(drained, endNanos);
        }
    }

    private void ready() {
        readyTransitionNanos = simulation.nowNanos();
        enter(State.READY);
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

    void goIfDrained() {
        if (state == State.DRAINING && worker.outstanding() == 0 && !drained.isPending()) {
            enter(State.GONE);
            set.gone(this);
        }
    }
}
