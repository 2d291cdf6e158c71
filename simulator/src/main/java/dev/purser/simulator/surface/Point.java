package dev.purser.simulator.surface;

import java.util.Arrays;

/**
 * A grid point.
 *
 * @param levels numbers on the scales of the axes
 */
record Point(int[] levels) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Point that && Arrays.equals(levels, that.levels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(levels);
    }
}
