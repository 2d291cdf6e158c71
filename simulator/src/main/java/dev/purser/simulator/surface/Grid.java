package dev.purser.simulator.surface;

import dev.purser.simulator.traffic.TrafficSpec;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The grid of one group's surface. Its axes: load (all requests over the {@link Capacity}), each slot's replicas, and
 * each open pipeline's share of the requests but the last one's.
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
    }

    /** The grid points around {@code state}. */
    Simplex around(State state) {
        double[] at = coordinates(state);
        int[] floor = new int[at.length];
        double[] beyond = new double[at.length];
        for (int axis = 0; axis < at.length; axis++) {
            floor[axis] = scales[axis].floor(at[axis]);
            beyond[axis] = scales[axis].beyond(floor[axis], at[axis]);
        }
        return Simplex.around(floor, beyond);
    }

    /** The state at a grid point. */
    State state(Point point) {
        int[] replicas = new int[slots];
        Arrays.setAll(replicas, slot -> (int) scales[1 + slot].at(point.levels()[1 + slot]));
        double[] perSecond = new double[group.pipelines().size()];
        double left = 1;
        for (int i = 0; i < open.length; i++) {
            boolean last = i == open.length - 1;
            perSecond[open[i]] = last ? left : Math.min(left, SHARES.at(point.levels()[1 + slots + i]));
            left -= perSecond[open[i]];
        }
        double all = open.length == 0 ? 0 : LOADS.at(point.levels()[0]) * capacity.perSecond(replicas, perSecond);
        for (int i = 0; i < perSecond.length; i++) {
            perSecond[i] *= all;
        }
        return new State(replicas, perSecond);
    }

    private double[] coordinates(State state) {
        double[] at = new double[scales.length];
        double all = 0;
        for (int i : open) {
            all += state.perSecond()[i];
        }
        double[] mix = new double[state.perSecond().length];
        for (int i : open) {
            mix[i] = all == 0 ? 1.0 / open.length : state.perSecond()[i] / all;
        }
        at[0] = all == 0 ? 0 : all / capacity.perSecond(state.replicas(), mix);
        for (int slot = 0; slot < slots; slot++) {
            at[1 + slot] = state.replicas()[slot];
        }
        for (int i = 0; i + 1 < open.length; i++) {
            at[1 + slots + i] = mix[open[i]];
        }
        return at;
    }
}
