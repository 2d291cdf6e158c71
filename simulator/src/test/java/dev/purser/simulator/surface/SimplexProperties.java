package dev.purser.simulator.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SimplexProperties {
    private static final double DROPPED = 1e-5;

    @Property
    void theWeightedPointsAreThePlace(@ForAll @Size(min = 1, max = 5) double[] place) {
        double[] beyond = IntStream.range(0, place.length)
                .mapToDouble(i -> Math.abs(place[i] % 1))
                .map(value -> Double.isFinite(value) ? value : 0)
                .toArray();
        Simplex simplex = Simplex.around(new int[beyond.length], beyond);
        assertTrue(simplex.points().size() <= beyond.length + 1);
        assertEquals(simplex.points().size(), simplex.pointWeights().length);
        assertEquals(1, Arrays.stream(simplex.pointWeights()).sum(), DROPPED);
        for (int axis = 0; axis < beyond.length; axis++) {
            int along = axis;
            double mean = IntStream.range(0, simplex.points().size())
                    .mapToDouble(i ->
                            simplex.pointWeights()[i] * simplex.points().get(i).levels()[along])
                    .sum();
            assertEquals(beyond[axis], mean, DROPPED);
        }
    }

    @Property
    void aPlaceOnTheGridIsOnePoint(@ForAll @IntRange(max = 9) int rounding) {
        assertEquals(
                1,
                Simplex.around(new int[] {3, 4}, new double[] {0, rounding * 1e-8})
                        .points()
                        .size());
    }
}
