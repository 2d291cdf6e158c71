package dev.purser.simulator.surface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.traffic.TrafficSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleModelTest {
    private static final Group GROUP =
            TestGroup.of(TestService.of("station", "pool").spec());

    @Test
    void aGroupThatIsSmallEnoughIsTakenWhole() {
        State state = new State(new int[] {3}, new double[] {7});
        assertEquals(new ScaleModel(state, 1), ScaleModel.of(GROUP, state, 1.5).orElseThrow());
    }

    @Test
    void onePoolCanBeCutAnywhere() {
        ScaleModel model = ScaleModel.of(GROUP, new State(new int[] {997}, new double[] {4985}), 0.3)
                .orElseThrow();
        assertArrayEquals(new int[] {299}, model.state().replicas());
        assertArrayEquals(new double[] {1495}, model.state().perSecond(), 1e-9);
        assertEquals(299.0 / 997, model.share());
    }

    /** 1,000 and 150 replicas: 0.4 of both are whole numbers, and so is nothing between 0.4 and 0.41. */
    @Test
    void severalPoolsKeepTheirProportion() {
        ScaleModel model = ScaleModel.of(GROUP, new State(new int[] {1000, 150}, new double[] {1}), 0.4101)
                .orElseThrow();
        double[] perReplica = {
            model.state().replicas()[0] / model.share(), model.state().replicas()[1] / model.share()
        };
        assertEquals(1000, perReplica[0], 1000 * 0.002);
        assertEquals(150, perReplica[1], 150 * 0.002);
    }

    @Test
    void fewReplicasAreNotLikeMany() {
        assertTrue(ScaleModel.of(GROUP, new State(new int[] {1000, 50}, new double[] {1}), 0.4)
                .isEmpty());
        assertTrue(ScaleModel.of(GROUP, new State(new int[] {60}, new double[] {1}), 0.4)
                .isEmpty());
    }

    @Test
    void clientsOfAClosedLoopCannotBeCut() {
        TrafficSpec closed = new TrafficSpec.ClosedLoop(100, new DistributionSpec.Fixed(1));
        Group group = new Group(
                List.of(TestGroup.pipeline("requests", closed, "station")),
                List.of(TestService.of("station", "pool").spec()));
        assertTrue(ScaleModel.of(group, new State(new int[] {1000}, new double[] {0}), 0.4)
                .isEmpty());
    }
}
