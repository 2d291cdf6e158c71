package dev.purser.simulator.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.serving.TestService;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class GridProperties {
    private static final Group MIXED = new Group(
            List.of(
                    TestGroup.pipeline("one", "a"),
                    TestGroup.pipeline("both", "a", "b"),
                    TestGroup.pipeline("twice", "b", "b"),
                    TestGroup.pipeline("other", "b")),
            List.of(
                    TestService.of("a", "left", "right").spec(),
                    TestService.of("b", "left").spec()));

    /** With replicas on the grid, the rates of a state are the weighted rates of the points around it. */
    @Property(tries = 500)
    void ratesBetweenPointsAreLinear(
            @ForAll @DoubleRange(min = 5, max = 60) double one,
            @ForAll @DoubleRange(min = 0, max = 60) double both,
            @ForAll @DoubleRange(min = 0, max = 60) double twice,
            @ForAll @DoubleRange(min = 0, max = 60) double other,
            @ForAll @IntRange(min = 1, max = 16) int left) {
        Grid grid = new Grid(MIXED);
        State state = new State(new int[] {left, 2, 3}, new double[] {one, both, twice, other});
        Simplex simplex = grid.around(state);
        for (int pipeline = 0; pipeline < 4; pipeline++) {
            int which = pipeline;
            double mean = IntStream.range(0, simplex.points().size())
                    .mapToDouble(i -> simplex.pointWeights()[i]
                            * grid.state(simplex.points().get(i)).perSecond()[which])
                    .sum();
            assertEquals(state.perSecond()[which], mean, 0.02 * (one + both + twice + other));
        }
        simplex.points().forEach(point -> {
            for (double perSecond : grid.state(point).perSecond()) {
                assertTrue(perSecond >= 0);
            }
        });
    }
}
