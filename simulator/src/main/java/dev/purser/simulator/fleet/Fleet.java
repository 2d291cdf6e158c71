package dev.purser.simulator.fleet;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.rows.Rows;
import dev.purser.simulator.scaling.DecisionListener;
import dev.purser.simulator.serving.Replica;
import dev.purser.simulator.serving.ReplicaPlacer;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.units.Plural;
import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.Occupancy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * All pools: places replicas on instances and lets instances come and go.
 *
 * <p>A replica goes to the first pool of its list that has a ready instance with room, there to the oldest such
 * instance; else it waits until one has. Until {@link #begin} everything is warm: the fleet at time 0 is as if it had
 * been running, with instances ready and models loaded.
 */
public final class Fleet implements ReplicaPlacer {
    private final Simulation simulation;
    private final RandomStreams streams;
    private final DecisionListener listener;
    private final Map<String, Pool> pools = new LinkedHashMap<>();
    private final List<Replica> pending = new ArrayList<>();
    private final ChangeCount pendingChanges = new ChangeCount();
    private final Map<Replica, Instance> homes = new IdentityHashMap<>();
    private final UsageMeter meter;
    private boolean warm = true;
    private final LongSupplier numbers;
    private long placements;

    /**
     * The pools with the instances they always keep, ready.
     *
     * @param numbers gives each instance its number: at least 0, and above those before
     * @param store keeps what the instances were used for
     */
    public Fleet(
            Simulation simulation,
            List<PoolSpec> specs,
            RandomStreams streams,
            DecisionListener listener,
            LongSupplier numbers,
            RowStore store) {
        this.simulation = simulation;
        this.streams = streams;
        this.listener = listener;
        this.numbers = numbers;
        this.meter = new UsageMeter(store);
        for (PoolSpec spec : specs) {
            Pool pool = new Pool(spec, spec.bootSeconds().create(streams.stream("fleet/" + spec.name() + "/boot")));
            pools.put(spec.name(), pool);
            for (int i = 0; i < spec.fewest(); i++) {
                order(pool, "kept at all times");
            }
        }
    }

    /** Lets {@code incident} strike when its time comes. */
    public void expect(IncidentSpec incident) {
        var random = streams.stream("fleet/incident/" + incident.name());
        new Incident(simulation, incident, this, pool(incident.pool()), random).start();
    }

    /** Ends the warm start; from now on instances boot, models load and the pools scale. */
    public void begin() {
        warm = false;
        pending.stream().map(replica -> replica.spec().name()).distinct().forEach(this::reportShortage);
        pools.values().forEach(pool -> new NodeScaling(simulation, this, pool).start());
    }

    /** Says that {@code service} starts with fewer replicas than it asked for. */
    private void reportShortage(String service) {
        int waiting = count(pending, service);
        int placed = count(homes.keySet(), service);
        listener.decided(
                simulation.nowNanos(),
                "service " + service,
                placed + waiting,
                placed,
                Plural.of(waiting, "replica") + " without room",
                "its pools are full");
    }

    private static int count(Collection<Replica> replicas, String service) {
        return (int) replicas.stream()
                .filter(replica -> replica.spec().name().equals(service))
                .count();
    }

    /** Closes the books at the end of the run. */
    public void end() {
        for (Pool pool : pools.values()) {
            for (Instance instance : List.copyOf(pool.instances())) {
                instance.placements()
                        .forEach(placement -> meter.occupied(
                                instance, placement.replica(), placement.sinceNanos(), simulation.nowNanos()));
                meter.leased(instance, simulation.nowNanos());
            }
        }
    }

    /** Every instance that was leased, in order of the ends; complete after {@link #end}. */
    public Rows<InstanceLease> leases() {
        return meter.leases();
    }

    /** Who held which share of them, in order of the ends; complete after {@link #end}. */
    public Rows<Occupancy> occupancies() {
        return meter.occupancies();
    }

    @Override
    public void place(Replica replica) {
        if (!tryToPlace(replica)) {
            pending.add(replica);
            pendingChanges.raise();
        }
    }

    @Override
    public void release(Replica replica) {
        Instance home = homes.remove(replica);
        if (home == null) {
            pending.remove(replica);
            pendingChanges.raise();
        } else {
            meter.occupied(home, replica, home.remove(replica), simulation.nowNanos());
            removeIfDrained(home);
            placePending();
        }
    }

    /**
     * Replicas without room that {@code pool} is to make room for: those for which no pool they would rather have,
     * and fit in, can still grow or has an instance on its way.
     */
    List<Replica> waitingFor(Pool pool) {
        List<Replica> waiting = new ArrayList<>(0);
        for (int i = 0; i < pending.size(); i++) {
            if (firstThatCanGrow(pending.get(i)) == pool) {
                waiting.add(pending.get(i));
            }
        }
        return waiting;
    }

    /**
     * While this stays as it is, so does {@link #waitingFor} of every pool. Which pool a replica waits for depends on
     * all of them; as long as none waits, their changes do not matter.
     */
    long waitingChanges() {
        if (pending.isEmpty()) {
            return -1;
        }
        long changes = pendingChanges.value();
        for (Pool pool : pools.values()) {
            changes += pool.changes().value();
        }
        return changes;
    }

    /** The pool called {@code name}. */
    Pool pool(String name) {
        return pools.get(name);
    }

    /** Orders an instance of {@code pool}: ready at once during the warm start, else after booting. */
    Instance order(Pool pool, String cause) {
        Instance instance =
                new Instance(numbers.getAsLong(), pool.spec(), simulation.nowNanos(), cause, pool.changes());
        pool.add(instance);
        if (warm) {
            instance.enter(PoolView.Phase.READY);
        } else {
            long bootNanos = Nanos.ofSeconds(pool.nextBootSeconds());
            simulation.schedule(new Booted(instance), simulation.nowNanos() + bootNanos);
        }
        return instance;
    }

    /** Gives {@code instance} back, once its replicas have successors elsewhere that are ready. */
    void drain(Instance instance) {
        instance.enter(PoolView.Phase.DRAINING);
        List.copyOf(instance.placements())
                .forEach(placement -> placement.replica().replace());
        removeIfDrained(instance);
    }

    /** Takes {@code instances} away, with all that runs on them. */
    void lose(List<Instance> instances) {
        List<Instance> idle = instances.stream()
                .filter(instance -> instance.placements().isEmpty())
                .toList();
        List<Replica> replicas = instances.stream()
                .flatMap(instance -> instance.placements().stream())
                .map(Instance.Placement::replica)
                .toList();
        instances.forEach(instance -> instance.enter(PoolView.Phase.DRAINING));
        idle.forEach(this::remove);
        replicas.forEach(Replica::lose);
    }

    /** Gives {@code instance}, which holds no replica, back to the provider. */
    void remove(Instance instance) {
        pool(instance.pool().name()).remove(instance);
        meter.leased(instance, simulation.nowNanos());
    }

    void decided(Pool pool, int from, String metric, String rule) {
        String subject = "pool " + pool.spec().name();
        listener.decided(simulation.nowNanos(), subject, from, pool.staying(), metric, rule);
    }

    private Pool firstThatCanGrow(Replica replica) {
        for (String name : replica.spec().pools()) {
            Pool pool = pool(name);
            if (pool.fits(replica.spec().request()) && (!pool.isFull() || pool.isBooting())) {
                return pool;
            }
        }
        return null;
    }

    private boolean tryToPlace(Replica replica) {
        for (String name : replica.spec().pools()) {
            Pool pool = pool(name);
            var found = pool.withRoomFor(replica.spec().request());
            if (found.isEmpty() && warm && pool.canGrowFor(replica.spec().request())) {
                found = Optional.of(
                        order(pool, "first replicas of " + replica.spec().name()));
            }
            if (found.isPresent()) {
                put(replica, found.get());
                return true;
            }
        }
        return false;
    }

    private void put(Replica replica, Instance instance) {
        instance.add(replica, placements++, simulation.nowNanos());
        homes.put(replica, instance);
        PoolSpec pool = instance.pool();
        int share = UsageMeter.shareInMillionths(replica.spec().request(), pool.type());
        replica.placed(pool.name(), share, warm);
    }

    private void removeIfDrained(Instance instance) {
        if (instance.phase() == PoolView.Phase.DRAINING && instance.placements().isEmpty()) {
            remove(instance);
        }
    }

    private void placePending() {
        if (!pending.isEmpty()) {
            Set<ServiceSpec> withoutRoom = Collections.newSetFromMap(new IdentityHashMap<>());
            if (pending.removeIf(replica -> canPlace(replica, withoutRoom))) {
                pendingChanges.raise();
            }
        }
    }

    /** Where one replica of a service found no room, those that follow find none either. */
    private boolean canPlace(Replica replica, Set<ServiceSpec> withoutRoom) {
        boolean placed = !withoutRoom.contains(replica.spec()) && tryToPlace(replica);
        if (!placed) {
            withoutRoom.add(replica.spec());
        }
        return placed;
    }

    private final class Booted extends Event {
        private final Instance instance;

        Booted(Instance instance) {
            super(Priority.FLEET);
            this.instance = instance;
        }

        @Override
        public void occur() {
            if (pool(instance.pool().name()).instances().contains(instance)) {
                instance.enter(PoolView.Phase.READY);
                placePending();
            }
        }
    }
}
