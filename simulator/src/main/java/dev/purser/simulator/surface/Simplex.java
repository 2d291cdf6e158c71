package dev.purser.simulator.surface;

import java.util.ArrayList;
import java.util.List;

/**
 * The grid points around a place and their weights, which sum to 1: Kuhn's triangulation of the cell in which it lies.
 * It has one point more than the place has coordinates off the grid, where the whole cell has a power of two.
 *
 * @param points the points
 * @param weights one per point, above 0
 */
record Simplex(List<Point> points, List<Double> weights) {
    /** Nearer to a grid value than this share of the step is on it: rounding must not call for another point. */
    private static final double ON_THE_GRID = 1e-6;

    /**
     * The simplex around a place.
     *
     * @param floor the levels below it
     * @param beyond how far it lies from there towards the next level, on each axis, from 0 to 1
     */
    static Simplex around(int[] floor, double[] beyond) {
        Simplex simplex = new Simplex(new ArrayList<>(), new ArrayList<>());
        int[] levels = floor.clone();
        double above = 1;
        for (int axis = farthest(beyond, above, -1); axis >= 0; axis = farthest(beyond, beyond[axis], axis)) {
            simplex.add(levels, above - beyond[axis]);
            above = beyond[axis];
            levels[axis]++;
        }
        simplex.add(levels, above);
        return simplex;
    }

    private void add(int[] levels, double weight) {
        if (weight > ON_THE_GRID) {
            points.add(new Point(levels.clone()));
            weights.add(weight);
        }
    }

    /** The axis that comes after {@code last}, the farthest first and the first of equals; -1 after all. */
    private static int farthest(double[] beyond, double atMost, int last) {
        int found = -1;
        for (int axis = 0; axis < beyond.length; axis++) {
            boolean comesAfter = beyond[axis] < atMost || beyond[axis] == atMost && axis > last;
            if (comesAfter && beyond[axis] > 0 && (found < 0 || beyond[axis] > beyond[found])) {
                found = axis;
            }
        }
        return found;
    }
}
