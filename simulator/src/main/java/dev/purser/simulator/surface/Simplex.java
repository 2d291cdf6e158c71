package dev.purser.simulator.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The grid points around a place and their weights, which sum to 1: Kuhn's triangulation of the cell in which it lies.
 * It has one point more than the place has coordinates off the grid, where the whole cell has a power of two. On the way
 * from the cell's lowest corner each point is one level higher than the one before, on another axis.
 *
 * @param floor the levels of the lowest corner
 * @param axes the axes in the order of the way; -1 behind the last
 * @param weights one per corner on the way, the lowest first; those of at most {@value #ON_THE_GRID} do not count
 */
record Simplex(int[] floor, int[] axes, double[] weights) {
    /** Nearer to a grid value than this share of the step is on it: rounding must not call for another point. */
    private static final double ON_THE_GRID = 1e-6;

    /**
     * The simplex around a place.
     *
     * @param floor the levels below it
     * @param beyond how far it lies from there towards the next level, on each axis, from 0 to 1
     */
    static Simplex around(int[] floor, double[] beyond) {
        int[] axes = new int[beyond.length];
        double[] weights = new double[beyond.length + 1];
        int corner = 0;
        double above = 1;
        for (int axis = farthest(beyond, above, -1); axis >= 0; axis = farthest(beyond, beyond[axis], axis)) {
            weights[corner] = above - beyond[axis];
            above = beyond[axis];
            axes[corner++] = axis;
        }
        weights[corner] = above;
        Arrays.fill(axes, corner, axes.length, -1);
        return new Simplex(floor, axes, weights);
    }

    /** Whether corner number {@code corner} counts. */
    boolean has(int corner) {
        return weights[corner] > ON_THE_GRID;
    }

    /** The points that count. */
    List<Point> points() {
        List<Point> points = new ArrayList<>(weights.length);
        int[] levels = floor.clone();
        for (int corner = 0; corner < weights.length; corner++) {
            if (has(corner)) {
                points.add(new Point(levels.clone()));
            }
            if (corner < axes.length && axes[corner] >= 0) {
                levels[axes[corner]]++;
            }
        }
        return points;
    }

    /** Their weights. */
    double[] pointWeights() {
        double[] counted = new double[weights.length];
        int size = 0;
        for (int corner = 0; corner < weights.length; corner++) {
            if (has(corner)) {
                counted[size++] = weights[corner];
            }
        }
        return size == counted.length ? counted : Arrays.copyOf(counted, size);
    }

    /** Whether {@code other} has the same points. */
    boolean hasPointsOf(Simplex other) {
        if (!Arrays.equals(floor, other.floor) || !Arrays.equals(axes, other.axes)) {
            return false;
        }
        boolean same = true;
        for (int corner = 0; corner < weights.length; corner++) {
            same &= has(corner) == other.has(corner);
        }
        return same;
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
