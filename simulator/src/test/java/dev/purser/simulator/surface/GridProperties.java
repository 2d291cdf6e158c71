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

    /**
     * With replicas on the grid, the rates of a state are the weighted rates of the points around it, up to what a product
     * of load and share is not linear. A rate is capacity x load x (share - share before). On the points of a simplex,
     * drawn with their weights, load and shares each have two values, so that the error is a capacity times a difference
     * of two covariances between 0 and a quarter of the product of the steps: an eighth of the load, and a twelfth.
     */
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
        Capacity capacity = new Capacity(MIXED);
        double load = IntStream.range(0, 4)
                .mapToDouble(i -> state.perSecond()[i] / capacity.perSecond(state.replicas(), i))
                .sum();
        for (int pipeline = 0; pipeline < 4; pipeline++) {
            int which = pipeline;
            double mean = IntStream.range(0, simplex.points().size())
                    .mapToDouble(i -> simplex.pointWeights()[i]
                            * grid.state(simplex.points().get(i)).perSecond()[which])
                    .sum();
            double atFullShare = load * capacity.perSecond(state.replicas(), which);
            assertEquals(state.perSecond()[which], mean, (1.0 / 8 / 12 / 4 + 1e-5) * atFullShare);
        }
        simplex.points().forEach(point -> {
            for (double perSecond : grid.state(point).perSecond()) {
                assertTrue(perSecond >= 0);
            }
        });
    }
}
