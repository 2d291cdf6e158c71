package dev.purser.simulator.surface;

import dev.purser.simulator.traffic.TrafficSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The grid of one group's surface. Its axes: load (all requests over the {@link Capacity}), each slot's replicas, and
 * each open pipeline's share of the requests but the last one's. A state lies in a simplex of grid points (Kuhn's
 * triangulation): one point more than it has coordinates off the grid, instead of a power of two.
 */
final class Grid {
    private static final Scale LOADS = Scale.ofLoad();
    private static final Scale SHARES = Scale.ofShares(12);
    /** One service: load is kept while replicas change, so that steps can be wide. */
    private static final Scale REPLICAS = Scale.ofReplicas(12, 1.25);
    /** Coupled services: with one's replicas the load of the others changes too. */
    private static final Scale COUPLED_REPLICAS = Scale.ofReplicas(16, 1.1);

    private final Group group;
    private final Capacity capacity;
    private final Scale replicaScale;
    private final List<Integer> open;

    /**
     * A grid point and its weight.
     *
     * @param levels numbers on the scales: load, then each slot, then each share
     * @param weight from above 0 to 1; those of a simplex sum to 1
     */
    record Corner(List<Integer> levels, double weight) {}

    Grid(Group group) {
        this.group = group;
        this.capacity = new Capacity(group);
        this.replicaScale = group.services().size() == 1 ? REPLICAS : COUPLED_REPLICAS;
        this.open = IntStream.range(0, group.pipelines().size())
                .filter(i -> !(group.pipelines().get(i).traffic() instanceof TrafficSpec.ClosedLoop))
                .boxed()
                .toList();
    }

    /** The corners of the simplex in which {@code state} lies. */
    List<Corner> around(State state) {
        double[] at = coordinates(state);
        int[] floor = new int[at.length];
        double[] beyond = new double[at.length];
        for (int axis = 0; axis < at.length; axis++) {
            floor[axis] = scale(axis).floor(at[axis]);
            beyond[axis] = scale(axis).beyond(floor[axis], at[axis]);
        }
        return simplex(floor, beyond);
    }

    private static List<Corner> simplex(int[] floor, double[] beyond) {
        List<Integer> farthestFirst = IntStream.range(0, beyond.length)
                .filter(axis -> beyond[axis] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer axis) -> -beyond[axis]))
                .toList();
        List<Corner> corners = new ArrayList<>();
        double above = 1;
        for (int axis : farthestFirst) {
            addCorner(corners, floor, above - beyond[axis]);
            above = beyond[axis];
            floor[axis]++;
        }
        addCorner(corners, floor, above);
        return corners;
    }

    private static void addCorner(List<Corner> corners, int[] levels, double weight) {
        if (weight > 0) {
            corners.add(new Corner(Arrays.stream(levels).boxed().toList(), weight));
        }
    }

    /** The state at a grid point. */
    State state(List<Integer> levels) {
        int slots = group.slots();
        List<Integer> replicas = IntStream.range(0, slots)
                .mapToObj(slot -> (int) replicaScale.at(levels.get(1 + slot)))
                .toList();
        double[] mix = new double[group.pipelines().size()];
        double left = 1;
        for (int i = 0; i < open.size(); i++) {
            double share = i < open.size() - 1 ? Math.min(left, SHARES.at(levels.get(1 + slots + i))) : left;
            mix[open.get(i)] = share;
            left -= share;
        }
        double load = open.isEmpty() ? 0 : LOADS.at(levels.get(0));
        double perSecond = load * capacity.perSecond(replicas, mix);
        return new State(
                replicas,
                Arrays.stream(mix).mapToObj(share -> share * perSecond).toList());
    }

    private double[] coordinates(State state) {
        int slots = group.slots();
        double[] at = new double[1 + slots + Math.max(0, open.size() - 1)];
        double perSecond =
                open.stream().mapToDouble(i -> state.perSecond().get(i)).sum();
        double[] mix = new double[group.pipelines().size()];
        for (int i : open) {
            mix[i] = perSecond == 0 ? 1.0 / open.size() : state.perSecond().get(i) / perSecond;
        }
        at[0] = open.isEmpty() ? 0 : perSecond / capacity.perSecond(state.replicas(), mix);
        for (int slot = 0; slot < slots; slot++) {
            at[1 + slot] = state.replicas().get(slot);
        }
        for (int i = 0; i + 1 < open.size(); i++) {
            at[1 + slots + i] = mix[open.get(i)];
        }
        return at;
    }

    private Scale scale(int axis) {
        if (axis == 0) {
            return LOADS;
        }
        return axis <= group.slots() ? replicaScale : SHARES;
    }
}
