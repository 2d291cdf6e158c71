package dev.purser.simulator.interval;

import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.surface.Group;
import dev.purser.simulator.surface.ResponseSurface;
import dev.purser.simulator.surface.Saturation;
import dev.purser.simulator.surface.State;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides when what waits in a group that is followed becomes a number: see {@link FluidConditions}. */
final class FluidGate {
    private final boolean isOpen;
    private final ResponseSurface surface;
    private final OneService at;
    private final ReplicaSet replicas;
    private final PayloadMeter payload;
    private final Balance balance;
    private final List<Long> lossesNanos = new ArrayList<>();
    private Optional<FluidCounters> counters = Optional.empty();
    private boolean asked;
    private long fullSinceNanos = Nanos.NEVER;
    private boolean givenUp;

    /**
     * The gate of a group.
     *
     * @param at its first pipeline and service; of a group with more of them the gate stays shut
     */
    FluidGate(Group group, ResponseSurface surface, OneService at, PayloadMeter payload) {
        this.isOpen = FluidConditions.canBeMetBy(group);
        this.surface = surface;
        this.at = at;
        this.replicas = at.replicas();
        this.payload = payload;
        this.balance = new Balance(replicas);
    }

    /** Some replicas of the group will be lost then, with all that waits there. */
    void expectLoss(long atNanos) {
        lossesNanos.add(atNanos);
    }

    /** The group is followed from now on. */
    void follow(long nowNanos) {
        balance.restart(nowNanos);
        fullSinceNanos = Nanos.NEVER;
    }

    /**
     * Whether so much comes that queues grow until what waits is a number: no other steady state needs to be known of that.
     */
    boolean isBeyondServing(State state) {
        return isOpen
                && !givenUp
                && surface.isNearCapacity(state)
                && counters()
                        .filter(found -> FluidConditions.canBecomeDeep(replicas.spec(), found.each()))
                        .filter(found -> FluidConditions.isBeyondServing(state, found.each()))
                        .isPresent();
    }

    /**
     * Whether a request that comes now, and waits for {@code ofEach} others at a replica, may still wait when replicas are
     * lost: such requests are followed, because they may be lost, too.
     */
    boolean isBeforeLoss(double ofEach, long nowNanos) {
        return counters()
                .map(found -> nowNanos + FluidConditions.waitNanos(ofEach, found.each()))
                .filter(endNanos -> lossesNanos.stream().anyMatch(loss -> loss >= nowNanos && loss <= endNanos))
                .isPresent();
    }

    /** Looks at the group, which is followed; not empty if what waits is a number from now on. */
    Optional<FluidOverload> look(long nowNanos) {
        if (!isOpen) {
            return Optional.empty();
        }
        balance.look(nowNanos, FluidConditions.MOST_ERROR);
        double ofEach = ofEach();
        boolean isEvenAndDeep = ofEach >= FluidConditions.FEWEST_REQUESTS && balance.isEven(nowNanos);
        return isEvenAndDeep && !isBeforeLoss(ofEach, nowNanos)
                ? counters()
                        .filter(found -> FluidConditions.isDeep(ofEach, found.each()))
                        .map(found -> new FluidOverload(found, at.pipeline(), replicas, ready(), balance))
                : Optional.empty();
    }

    /**
     * Whether what waits will not become a number, although more comes than can be served: queues have been full for long,
     * and it is none. Full queues of a few large batches are never even, because a batch leaves at once. To be asked again
     * and again while the group {@linkplain #isBeyondServing is beyond serving}; once it is so, that is not asked again.
     */
    boolean isGivenUp(long nowNanos) {
        Saturation each = counters().orElseThrow().each();
        double ofEach = ofEach();
        boolean isFull = FluidConditions.isFull(ofEach, replicas.spec(), each) && !isBeforeLoss(ofEach, nowNanos);
        fullSinceNanos = isFull ? Math.min(fullSinceNanos, nowNanos) : Nanos.NEVER;
        givenUp |= nowNanos - fullSinceNanos >= FluidConditions.patienceNanos(replicas.spec(), each);
        return givenUp;
    }

    private double ofEach() {
        return ready() == 0 ? 0 : (double) replicas.outstandingAtReady() / ready();
    }

    private int ready() {
        return replicas.readyIn(replicas.spec().pools().get(0));
    }

    private Optional<FluidCounters> counters() {
        if (!asked) {
            asked = true;
            counters = surface.saturation().filter(this::outlastsWaits).map(this::counters);
        }
        return counters;
    }

    private boolean outlastsWaits(Saturation each) {
        return FluidConditions.outlastsWaits(replicas.spec(), each);
    }

    private FluidCounters counters(Saturation each) {
        return new FluidCounters(each, at, payload);
    }
}
