package dev.purser.simulator.surface;

import dev.purser.simulator.scaling.MetricKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a group answers in any steady state: known at the points of a {@link Grid}, which are filled when they are first
 * needed, and interpolated between them.
 */
public final class ResponseSurface {
    /** From this part of the capacity on, which is an estimate, a group may be saturated. */
    private static final double NEAR_CAPACITY = 0.8;

    private final boolean scaledOnBusy;
    private final Group canonical;
    private final String text;
    private final Grid grid;
    private final Capacity capacity;
    private final Layout layout;
    private final States states;
    private final Map<Point, Response> entered = new HashMap<>();

    /** Asked for when it is first needed: most groups never fall that far behind. */
    private Optional<Saturation> saturation = Optional.empty();

    private boolean askedForSaturation;

    /** Where the last state lay: most lie where the one before did. */
    private @Nullable Simplex around;

    private Neighbours neighbours = new Neighbours(List.of());

    /** An empty surface of {@code group}. */
    public ResponseSurface(Group group, States states) {
        this.scaledOnBusy = group.services().stream()
                .flatMap(service -> service.autoscaler().metrics().stream())
                .anyMatch(metric -> metric.kind() == MetricKind.CPU || metric.kind() == MetricKind.ACCELERATOR);
        this.canonical = CanonicalGroup.of(group);
        this.text = CanonicalGroup.text(canonical);
        this.grid = new Grid(canonical);
        this.capacity = new Capacity(canonical);
        this.layout = new Layout(canonical);
        this.states = states;
    }

    /** Where the figures of its responses stand. */
    public Layout layout() {
        return layout;
    }

    /** The response in {@code state}, in which something arrives. */
    public Blend at(State state) {
        Simplex simplex = grid.around(state);
        if (around == null || !simplex.hasPointsOf(around)) {
            neighbours = neighbours(simplex.points());
            around = simplex;
        }
        return new Blend(neighbours, simplex.pointWeights());
    }

    /**
     * Whether so much comes that replicas may be saturated, as far as can be told without a simulation. Of a group of one
     * pipeline.
     */
    public boolean isNearCapacity(State state) {
        return state.perSecond()[0] >= NEAR_CAPACITY * capacity.perSecond(state.replicas(), 0);
    }

    /**
     * How a replica works whose queue never runs empty; empty where that is not known. Of a group of one pipeline that
     * passes one service in one pool.
     */
    public Optional<Saturation> saturation() {
        if (!askedForSaturation) {
            askedForSaturation = true;
            saturation = Saturation.of(canonical, states);
        }
        return saturation;
    }

    private Neighbours neighbours(List<Point> points) {
        if (!entered.keySet().containsAll(points)) {
            enter(points);
        }
        return new Neighbours(points.stream().map(entered::get).toList());
    }

    /** Finds the responses of all of {@code points} that were never entered, side by side. */
    private void enter(List<Point> points) {
        List<Point> missing =
                points.stream().filter(each -> !entered.containsKey(each)).toList();
        List<Response> found = missing.parallelStream()
                .map(each -> states.response(canonical, text, grid.state(each), scaledOnBusy))
                .toList();
        for (int i = 0; i < found.size(); i++) {
            entered.put(missing.get(i), found.get(i));
        }
    }

    /** States entered so far. */
    public long states() {
        return entered.size() + saturation.map(Saturation::states).orElse(0);
    }

    /** Requests that their micro-simulations followed. */
    public long requests() {
        long ofSaturation = saturation.map(Saturation::requests).orElse(0L);
        return ofSaturation
                + entered.values().stream().mapToLong(Response::requests).sum();
    }
}
