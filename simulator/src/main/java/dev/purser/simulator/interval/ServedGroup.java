package dev.purser.simulator.interval;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.RequestLevel;
import dev.purser.simulator.serving.Service;
import dev.purser.simulator.surface.Blend;
import dev.purser.simulator.surface.Group;
import dev.purser.simulator.surface.ResponseSurface;
import dev.purser.simulator.surface.State;
import dev.purser.simulator.surface.States;
import dev.purser.simulator.traffic.TrafficContext;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Coupled pipelines and services, served in intervals. An interval lasts while neither a rate nor the set of ready
 * replicas changes.
 *
 * <p>In a <em>calm</em> interval the group answers as the response surface says: it remembers much less long than
 * intervals last, and what is in flight at its start is about what is in flight in its steady state. Any other interval
 * is <em>followed</em>, request by request, from the requests in flight at its start, until the group is calm again, or
 * until so many wait that they can be a number: a {@linkplain FluidOverload fluid} overload.
 */
final class ServedGroup {
    /** What an interval lasts at most, as far as memory is concerned: what autoscalers wait between two looks. */
    private static final long LOOK_NANOS = 15 * Nanos.SECOND;

    /** A group is calm only if it remembers for less than this part of an interval. */
    private static final int LONGEST_RELAXATION = 5;

    /** How often to look whether a group that is followed has become calm. */
    private static final long REVIEW_NANOS = Nanos.SECOND;

    private final Simulation simulation;
    private final Group group;
    private final ResponseSurface surface;
    private final List<Pipeline> pipelines;
    private final List<ReplicaSet> sets = new ArrayList<>();
    private final List<Traffic> traffic = new ArrayList<>();
    private final CalmService calmService;
    private final FollowedWork followedWork;
    private final FluidGate fluidGate;
    private final boolean hasClosedLoop;
    private final int slots;
    private final Event review = Event.of(Priority.TIMER, this::review);
    private @Nullable State state;
    private @Nullable Blend blend;
    private Optional<FluidOverload> fluid = Optional.empty();
    private boolean overloaded;
    private boolean following;
    private long shortestNanos = LOOK_NANOS;
    private long settledNanos;
    private long followedFrom;
    private long followedRequests;

    ServedGroup(
            Simulation simulation,
            Group group,
            RequestLevel serving,
            States states,
            RandomStreams streams,
            PayloadMeter payload) {
        this.simulation = simulation;
        this.group = group;
        this.hasClosedLoop =
                group.pipelines().stream().anyMatch(each -> each.traffic() instanceof TrafficSpec.ClosedLoop);
        this.slots = group.slots();
        this.surface = new ResponseSurface(group, states);
        this.pipelines = serving.pipelines().stream()
                .filter(each -> group.pipelines().contains(each.spec()))
                .toList();
        List<Service> services = serving.services().stream()
                .filter(each -> group.services().contains(each.replicas().spec()))
                .toList();
        services.forEach(service -> sets.add(service.replicas()));
        sets.forEach(set -> set.shareWork(this::beforeReadyChange, this::settle));
        this.calmService = new CalmService(group, surface.layout(), pipelines, services, serving, streams, payload);
        this.followedWork = new FollowedWork(sets);
        Pipeline pipeline = pipelines.get(0);
        OneService first = new OneService(pipeline, serving.pipelines().indexOf(pipeline), services.get(0));
        this.fluidGate = new FluidGate(group, surface, first, payload);
    }

    void expect(Function<String, TrafficContext> contexts) {
        for (Pipeline pipeline : pipelines) {
            Traffic its = Traffic.of(
                    simulation, pipeline, contexts.apply(pipeline.spec().name()));
            traffic.add(its);
            shortestNanos = Math.min(shortestNanos, its.stepNanos());
        }
    }

    /** Some replicas in {@code pool} will be lost then. */
    void expectLoss(String pool, long atNanos) {
        if (sets.stream().anyMatch(set -> set.spec().pools().contains(pool))) {
            fluidGate.expectLoss(atNanos);
        }
    }

    void start() {
        simulation.schedule(review, simulation.nowNanos());
    }

    ResponseSurface surface() {
        return surface;
    }

    long followedRequests() {
        return followedRequests + (following ? offered() - followedFrom : 0);
    }

    /** Brings all counters up to now. */
    void settle() {
        long now = simulation.nowNanos();
        if (now == settledNanos) {
            return;
        }
        if (following) {
            followedWork.shareOut();
        } else if (fluid.isPresent()) {
            fluid.get().pass(traffic.get(0).count(settledNanos, now, 0, 0), settledNanos, now);
        } else if (blend != null) {
            calmService.work(counts(blend, now), Nanos.toSeconds(now - settledNanos));
        }
        settledNanos = now;
    }

    private long[] counts(Blend calm, long now) {
        long[] counts = new long[traffic.size()];
        for (int i = 0; i < counts.length; i++) {
            int place = surface.layout().requests(i);
            counts[i] = traffic.get(i).count(settledNanos, now, calm.figure(place), calm.figure(place + 1));
        }
        return counts;
    }

    private void beforeReadyChange() {
        settle();
        if (fluid.isPresent() && fluid.get().canBeFollowed()) {
            followFluid(state);
            state = null;
        }
        simulation.schedule(review, simulation.nowNanos());
    }

    /** Brings all counters up to now, and the tallies. */
    void settleAll() {
        settle();
        calmService.count(simulation.nowNanos());
    }

    /** Finds out what holds from now on. */
    private void review() {
        settleAll();
        long now = simulation.nowNanos();
        State next = presentState(now);
        if (!next.equals(state)) {
            change(next);
        } else if (following) {
            followOrLeave(next);
        } else if (fluid.isPresent()) {
            flowOrLeave(next);
        }
        long change = Nanos.NEVER;
        for (int i = 0; i < traffic.size(); i++) {
            change = Math.min(change, traffic.get(i).nextChangeNanos(now));
        }
        long until = following || fluid.isPresent() ? Math.min(change, now + REVIEW_NANOS) : change;
        if (until != Nanos.NEVER) {
            simulation.schedule(review, until);
        }
    }

    private void change(State next) {
        Blend before = blend;
        overloaded = fluidGate.isBeyondServing(next);
        enter(next);
        if (following) {
            followOrLeave(next);
        } else if (fluid.isPresent()) {
            flowOrLeave(next);
        } else if (overloaded || blend != null && !isCalm(before, blend, next)) {
            follow(next, before);
        }
        state = next;
        expectDrains();
    }

    /** Calm service, should it come, is that of the steady state of {@code next}, if there is one to be asked for. */
    private void enter(State next) {
        blend = steadyState(next);
        if (blend != null && blend.isSteady()) {
            calmService.begin(blend, next.replicas());
        }
    }

    /** Not asked for while it does not matter: those of deep queues take long to find. */
    private @Nullable Blend steadyState(State at) {
        return hasTraffic(at) && !overloaded && fluid.isEmpty() ? surface.at(at) : null;
    }

    private State presentState(long now) {
        int[] replicas = new int[slots];
        int slot = 0;
        for (int i = 0; i < sets.size(); i++) {
            List<String> pools = sets.get(i).spec().pools();
            for (int pool = 0; pool < pools.size(); pool++) {
                replicas[slot++] = sets.get(i).readyIn(pools.get(pool));
            }
        }
        double[] perSecond = new double[traffic.size()];
        for (int i = 0; i < perSecond.length; i++) {
            perSecond[i] = traffic.get(i).perSecondAt(now);
        }
        return new State(replicas, perSecond);
    }

    private boolean hasTraffic(State at) {
        boolean any = hasClosedLoop;
        for (double perSecond : at.perSecond()) {
            any |= perSecond > 0;
        }
        return any;
    }

    /** Whether the group goes over from its steady state before to the one now in much less than an interval. */
    private boolean isCalm(@Nullable Blend before, Blend now, State next) {
        return isCalm(now) && Math.abs(inFlight(now, next) - inFlightBefore(before)) <= perSecond(now);
    }

    private boolean isCalm(Blend now) {
        return now.isSteady() && now.relaxationNanos() <= shortestNanos / LONGEST_RELAXATION;
    }

    private double inFlightBefore(@Nullable Blend before) {
        return before == null || !before.isSteady() || state == null ? 0 : inFlight(before, state);
    }

    /** Attempts waiting or in service in the steady state. */
    private double inFlight(Blend steady, State at) {
        double sum = 0;
        for (int slot = 0; slot < slots; slot++) {
            sum += at.replicas()[slot] * calmService.outstanding(steady, slot);
        }
        return sum;
    }

    private double perSecond(Blend steady) {
        double sum = 0;
        for (int i = 0; i < pipelines.size(); i++) {
            sum += steady.figure(surface.layout().requests(i));
        }
        return sum;
    }

    private void follow(State next, @Nullable Blend before) {
        beginToFollow();
        if (before != null && before.isSteady() && state != null) {
            calmService.carryOver(before, state);
        }
        followedWork.begin();
        setRates(next);
    }

    private void followFluid(State next) {
        beginToFollow();
        fluid.orElseThrow().carryOver();
        fluid = Optional.empty();
        followedWork.begin();
        setRates(next);
    }

    private void beginToFollow() {
        following = true;
        followedFrom = offered();
        sets.forEach(set -> set.countBatches(true, true));
        calmService.expectNoDrains();
        fluidGate.follow(simulation.nowNanos());
    }

    private void setRates(State at) {
        for (int i = 0; i < traffic.size(); i++) {
            traffic.get(i).follow(at.perSecond()[i]);
        }
    }

    private void followOrLeave(State next) {
        if (isOver(next)) {
            followNoMore();
            return;
        }
        fluid = fluidGate.look(simulation.nowNanos());
        if (fluid.isPresent()) {
            followNoMore();
            flowOrLeave(next);
            return;
        }
        setRates(next);
        if (overloaded && fluidGate.isGivenUp(simulation.nowNanos())) {
            overloaded = false;
            enter(next);
        }
    }

    private void followNoMore() {
        following = false;
        sets.forEach(set -> set.countBatches(false, fluid.isPresent()));
        traffic.forEach(Traffic::leave);
        expectDrains();
        followedRequests += offered() - followedFrom;
    }

    private void flowOrLeave(State next) {
        FluidOverload overload = fluid.orElseThrow();
        overload.setReplicas(next.replicas()[0]);
        boolean isOver = overload.isOver() || fluidGate.isBeforeLoss(overload.ofEach(), simulation.nowNanos());
        if (isOver && overload.canBeFollowed()) {
            followFluid(next);
            enter(next);
        }
    }

    private void expectDrains() {
        if (!following && fluid.isEmpty() && blend != null && blend.isSteady()) {
            calmService.expectDrains();
        }
    }

    private boolean isOver(State next) {
        return blend == null
                ? followedWork.outstanding() == 0 && !overloaded
                : isCalm(blend) && isAbout(inFlight(blend, next));
    }

    /** Whether as much is in flight as in the steady state, give or take its noise. */
    private boolean isAbout(double steadyInFlight) {
        double now = followedWork.outstanding();
        double noise = 5 + 4 * Math.sqrt(steadyInFlight);
        return Math.abs(now - steadyInFlight) <= noise;
    }

    private long offered() {
        return pipelines.stream().mapToLong(each -> each.tally().offeredSoFar()).sum();
    }
}
