package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.random.Sampler;
import dev.purser.simulator.scaling.Pod;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/** The replicas of one service: brings their number to what is wanted and knows which are ready. */
public final class ReplicaSet {

    /** Hears what became of attempts. */
    interface AttemptListener {
        /** Hears nothing. */
        AttemptListener NOBODY = new AttemptListener() {
            @Override
            public void answered(Replica replica, long ticket, long atNanos) {}

            @Override
            public void answered(Replica replica, int pipeline, long[] latencies, int count) {}

            @Override
            public long follow(int pipeline, long arrivalNanos, int samples) {
                throw new IllegalStateException("nobody has called");
            }

            @Override
            public void lost(long ticket) {}
        };

        /** The replica has computed it, at {@code atNanos}: now, or earlier. */
        void answered(Replica replica, long ticket, long atNanos);

        /** It has computed {@code count} attempts without tickets, each a pipeline's first and only one for its request. */
        void answered(Replica replica, int pipeline, long[] latencies, int count);

        /** Gives such an attempt, for a request that arrived then, a ticket. */
        long follow(int pipeline, long arrivalNanos, int samples);

        /** The replica that had the attempt is lost. */
        void lost(long ticket);
    }

    /** Who goes first when there are too many: those furthest from serving, then the youngest. */
    private static final Comparator<Replica> FIRST_TO_GO =
            Comparator.comparing(Replica::state).thenComparing(Replica::id, Comparator.reverseOrder());

    private final Simulation simulation;
    private final ServiceSpec spec;
    private final ReplicaPlacer placer;
    private final Map<String, LongFunction<UniformRandomProvider>> batchTimeRandom = new TreeMap<>();
    private final Map<String, SharedWork> shared = new TreeMap<>();
    private final Map<String, Work> goneFollowed = new TreeMap<>();
    private Runnable beforeReadyChange = () -> {};
    private @Nullable Cohorts cohorts;
    private long version;
    private Runnable settle = () -> {};
    private final Sampler loadSeconds;
    private final List<Replica> replicas = new ArrayList<>();
    private final ReadyReplicas ready = new ReadyReplicas();
    private final TimeWeighted wanted;
    private final TimeWeighted readyCount;
    private boolean express;
    private AttemptListener listener = AttemptListener.NOBODY;
    private long created;
    private final Map<String, Long> goneBusyInstanceNanos = new TreeMap<>();
    private long goneBusyNanos;
    private long goneAttempts;
    private long batches;
    private long samples;
    private boolean countsBatches = true;
    private boolean countsBatchesOfDraining = true;

    /** An empty set. */
    public ReplicaSet(Simulation simulation, ServiceSpec spec, ReplicaPlacer placer, RandomStreams streams) {
        this.simulation = simulation;
        this.spec = spec;
        this.placer = placer;
        this.wanted = new TimeWeighted(simulation);
        this.readyCount = new TimeWeighted(simulation);
        String prefix = "serving/" + spec.name() + "/";
        this.loadSeconds = spec.loadSeconds().create(streams.stream(prefix + "load"));
        spec.lawByPool()
                .keySet()
                .forEach(pool -> batchTimeRandom.put(pool, streams.substreams(prefix + "batch-time/" + pool)));
    }

    /** The service. */
    public ServiceSpec spec() {
        return spec;
    }

    /** All replicas that are not gone, in order of creation. */
    public List<Replica> replicas() {
        return Collections.unmodifiableList(replicas);
    }

    /** Its replicas as scaling loops see them. */
    List<? extends Pod> pods() {
        return cohorts == null ? replicas() : cohorts.pods();
    }

    /** Changes when a replica comes, becomes ready, ceases to be, or goes. */
    long version() {
        return version;
    }

    /** Replicas asked for. */
    public int wanted() {
        return (int) wanted.value();
    }

    /** Asks for {@code count} replicas: new ones are placed, surplus ones drain. */
    public void scaleTo(int count) {
        wanted.set(count);
        List<Replica> kept = new ArrayList<>(replicas);
        kept.removeIf(Replica::isLeaving);
        for (int missing = count - kept.size(); missing > 0; missing--) {
            addAnother();
        }
        kept.sort(FIRST_TO_GO);
        for (int surplus = 0; surplus < kept.size() - count; surplus++) {
            kept.get(surplus).retire();
        }
    }

    /** Integral over time of the replicas asked for, in nanoseconds. */
    public long wantedNanos() {
        return wanted.integral();
    }

    /** Integral over time of the ready replicas, in nanoseconds. */
    public long readyNanos() {
        return readyCount.integral();
    }

    /** Time in which batches ran so far, summed over replicas. */
    public long busyNanos() {
        long busyNanos = goneBusyNanos;
        for (Replica replica : replicas) {
            busyNanos += replica.busyNanos();
        }
        return busyNanos;
    }

    /** The same by pool, weighted with the share of an instance each replica takes, in nanoseconds of an instance. */
    public Map<String, Long> busyInstanceNanos() {
        Map<String, Long> byPool = new TreeMap<>(goneBusyInstanceNanos);
        replicas.stream()
                .filter(replica -> !replica.pool().isEmpty())
                .forEach(replica -> byPool.merge(replica.pool(), replica.busyInstanceNanos(), Long::sum));
        return byPool;
    }

    /**
     * From now on the ready replicas of a pool share what they do: see {@link SharedWork}. Before any replica is
     * placed.
     *
     * @param beforeChange called before the set of ready replicas changes
     * @param beforeReading called before what they share is read
     */
    public void shareWork(Runnable beforeChange, Runnable beforeReading) {
        spec.pools().forEach(pool -> shared.put(pool, new SharedWork()));
        cohorts = new Cohorts(simulation, this);
        beforeReadyChange = beforeChange;
        settle = beforeReading;
    }

    /** What the ready replicas of {@code pool} share. */
    public SharedWork shared(String pool) {
        return shared.get(pool);
    }

    /** Brings what the replicas share up to now. */
    void settle() {
        settle.run();
    }

    /** Attempts that are followed and wait or are in service. */
    public long outstanding() {
        return replicas.stream().mapToLong(Replica::outstanding).sum();
    }

    /** Those at ready replicas; the others still finish what they have. */
    public long outstandingAtReady() {
        return replicas.stream()
                .filter(replica -> replica.state() == Replica.State.READY)
                .mapToLong(Replica::outstanding)
                .sum();
    }

    /** Ready replicas in {@code pool}. */
    public int readyIn(String pool) {
        return spec.pools().size() == 1 ? ready.size() : ready.count(pool);
    }

    /** What was done in {@code pool} for attempts that were followed, by replicas that are there or gone. */
    public Work followed(String pool) {
        Work sum = goneFollowed.getOrDefault(pool, Work.NONE);
        for (Replica replica : replicas) {
            sum = replica.pool().equals(pool) ? sum.plus(replica.followed()) : sum;
        }
        return sum;
    }

    /** Attempts that were not followed were offered, and ran in batches. */
    public void addUnfollowed(long offered, long newBatches, long newSamples) {
        goneAttempts += offered;
        batches += newBatches;
        samples += newSamples;
    }

    /**
     * Whether the batches that start from now on count. At interval level they do while requests are followed; those of
     * followed requests that start after that are among what {@link #addUnfollowed} is told.
     *
     * @param ofDraining whether those of draining replicas count
     */
    public void countBatches(boolean ofOthers, boolean ofDraining) {
        countDepartures();
        countsBatches = ofOthers;
        countsBatchesOfDraining = ofDraining;
    }

    /** Attempts offered to replicas so far. */
    public long attempts() {
        return goneAttempts + replicas.stream().mapToLong(Replica::attempts).sum();
    }

    /** Batches started so far. */
    public long batches() {
        countDepartures();
        return batches;
    }

    /** Samples in those batches. */
    public long samples() {
        countDepartures();
        return samples;
    }

    /** Whether its replicas are express lanes; before anything is offered to them. */
    void setExpress(boolean newExpress) {
        if (express != newExpress) {
            express = newExpress;
            ready.setExpress(express);
            replicas.forEach(Replica::renewWorker);
        }
    }

    boolean isExpress() {
        return express;
    }

    Worker newWorker(Replica replica) {
        return express ? new ExpressLane(simulation, this, replica) : new BatchingWorker(simulation, this, replica);
    }

    /** Counts the departures that have happened by now but were no events. */
    void countDepartures() {
        if (express) {
            replicas.forEach(Replica::outstanding);
        }
    }

    ReadyReplicas ready() {
        return ready;
    }

    /** Batch times of replica number {@code id} in {@code pool}, from a substream of its own. */
    BatchClock clock(String pool, long id) {
        return new BatchClock(
                spec.lawByPool().get(pool),
                spec.batching().largestBatch(),
                spec.modelInstances(),
                batchTimeRandom.get(pool).apply(id));
    }

    long nextLoadNanos() {
        return Nanos.ofSeconds(loadSeconds.next());
    }

    void listen(AttemptListener newListener) {
        listener = newListener;
    }

    @Nullable
    WorkShare shareOf(String pool) {
        SharedWork work = shared.get(pool);
        return work == null ? null : new WorkShare(work);
    }

    void becameReady(Replica replica) {
        version++;
        beforeReadyChange.run();
        replica.moveTo(ready.add(replica));
        readyCount.set(ready.size());
    }

    void ceasedToBeReady(int index) {
        version++;
        beforeReadyChange.run();
        ready.remove(index);
        readyCount.set(ready.size());
    }

    void batchesStarted(Replica replica, long count, long batchSamples) {
        boolean isDraining = replica.state() == Replica.State.DRAINING;
        if (isDraining ? countsBatchesOfDraining : countsBatches) {
            batches += count;
            samples += batchSamples;
        }
    }

    void answered(Replica replica, long ticket, long atNanos) {
        listener.answered(replica, ticket, atNanos);
    }

    void answered(Replica replica, int pipeline, long[] latencies, int count) {
        listener.answered(replica, pipeline, latencies, count);
    }

    long follow(int pipeline, long arrivalNanos, int attemptSamples) {
        return listener.follow(pipeline, arrivalNanos, attemptSamples);
    }

    void lost(long[] tickets) {
        for (long ticket : tickets) {
            listener.lost(ticket);
        }
    }

    void gone(Replica replica) {
        goneBusyNanos += replica.busyNanos();
        if (!replica.pool().isEmpty()) {
            goneBusyInstanceNanos.merge(replica.pool(), replica.busyInstanceNanos(), Long::sum);
        }
        goneAttempts += replica.attempts();
        goneFollowed.merge(replica.pool(), replica.followed(), Work::plus);
        version++;
        replicas.remove(replica);
        placer.release(replica);
    }

    void addAnother() {
        add(new Replica(simulation, this, created++));
    }

    void addSuccessor(Replica leaving) {
        Replica successor = new Replica(simulation, this, created++);
        successor.succeed(leaving);
        add(successor);
    }

    private void add(Replica replica) {
        version++;
        replicas.add(replica);
        placer.place(replica);
    }
}
