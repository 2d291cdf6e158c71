package dev.purser.simulator.surface;

import dev.purser.simulator.traffic.TrafficSpec;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The grid of one group's surface. A pipeline's own load is its rate over the {@link Capacity} for its requests alone.
 * The axes: the sum of these loads, each slot's replicas, and the shares of the open pipelines in that sum, added up from
 * the first pipeline on (all but the last, which is 1). With the loads the rates between grid points are linear; since
 * the shares are added up, no corner of a simplex has a negative one.
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
    private final Scale[] scales;
    private final int[] open;
    private final int slots;

    /** The levels below the state asked for last. */
    private int[] lastFloor;

    Grid(Group group) {
        this.group = group;
        this.capacity = new Capacity(group);
        this.slots = group.slots();
        this.open = IntStream.range(0, group.pipelines().size())
                .filter(i -> !(group.pipelines().get(i).traffic() instanceof TrafficSpec.ClosedLoop))
                .toArray();
        this.scales = new Scale[1 + slots + Math.max(0, open.length - 1)];
        Arrays.fill(scales, SHARES);
        Arrays.fill(scales, 1, 1 + slots, group.services().size() == 1 ? REPLICAS : COUPLED_REPLICAS);
        scales[0] = LOADS;
        this.lastFloor = new int[scales.length];
    }

    /** The grid points around {@code state}; by one thread at a time. */
    Simplex around(State state) {
        double[] at = coordinates(state);
        int[] floor = new int[at.length];
        double[] beyond = new double[at.length];
        for (int axis = 0; axis < at.length; axis++) {
            floor[axis] = scales[axis].floor(at[axis], lastFloor[axis]);
            beyond[axis] = scales[axis].beyond(floor[axis], at[axis]);
        }
        lastFloor = floor;
        return Simplex.around(floor, beyond);
    }

    /** The state at a grid point. */
    State state(Point point) {
        int[] replicas = new int[slots];
        Arrays.setAll(replicas, slot -> (int) scales[1 + slot].at(point.levels()[1 + slot]));
        double load = open.length == 0 ? 0 : LOADS.at(point.levels()[0]);
        double[] perSecond = new double[group.pipelines().size()];
        double before = 0;
        for (int i = 0; i < open.length; i++) {
            double upTo = i == open.length - 1 ? 1 : SHARES.at(point.levels()[1 + slots + i]);
            perSecond[open[i]] = Math.max(0, upTo - before) * (load * capacity.perSecond(replicas, open[i]));
            before = Math.max(before, upTo);
        }
        return new State(replicas, perSecond);
    }

    private double[] coordinates(State state) {
        double[] at = new double[scales.length];
        double load = 0;
        for (int i = 0; i < open.length; i++) {
            load += state.perSecond()[open[i]] / capacity.perSecond(state.replicas(), open[i]);
            if (i < open.length - 1) {
                at[1 + slots + i] = load;
            }
        }
        for (int i = 0; i < open.length - 1; i++) {
            at[1 + slots + i] = load == 0 ? 1 : at[1 + slots + i] / load;
        }
        at[0] = load;
        for (int slot = 0; slot < slots; slot++) {
            at[1 + slot] = state.replicas()[slot];
        }
        return at;
    }
}
