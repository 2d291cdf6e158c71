package dev.purser.simulator.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingLoopTest {
    private final Simulation simulation = new Simulation();
    private final List<String> decisions = new ArrayList<>();

    /**
     * Ten pods of one core at 10 % against a target of 50 %: two would do from the first sample on. The size found at
     * the first sync, 15 s, counts as a recommendation for the five minutes of the default window, so that the pods go
     * at 315 s; the two that are left could be one, and the last recommendation of two, at 315 s, holds until 615 s.
     */
    @Test
    void sizeFoundAtTheStartHoldsForTheWholeDownWindow() {
        run(new HpaSpec(1, 100, 10, List.of(Hpas.cpu(50)), HpaBehaviour.DEFAULT, HpaTiming.DEFAULT), 0.1);
        assertEquals(List.of("315 service fake 10 -> 2", "615 service fake 2 -> 1"), decisions);
    }

    /**
     * Two pods of one core at 90 %: ratio 1.8 asks for 4, then 8, 15, 27. Without windows every sync with a sample of
     * all pods acts; a pod that has only one reading (15 s old) is missing and counts as idle, which holds the size:
     * with half of the pods missing the ratio is 0.9, within the tolerance.
     */
    @Test
    void growsSyncBySyncAsSamplesArrive() {
        run(new HpaSpec(1, 16, 2, List.of(Hpas.cpu(50)), Hpas.FREE, HpaTiming.DEFAULT), 0.9);
        assertEquals(
                List.of(
                        "30 service fake 2 -> 4",
                        "60 service fake 4 -> 8",
                        "90 service fake 8 -> 15",
                        "120 service fake 15 -> 16"),
                decisions);
    }

    @Test
    void fixedSizeIsSetOnceAndCostsNoEvents() {
        run(new FixedReplicasSpec(7), 0.9);
        assertEquals(List.of(), decisions);
        assertEquals(0, simulation.executed());
    }

    private void run(AutoscalerSpec spec, double cores) {
        FakeTarget target = new FakeTarget(() -> {
            FakePod pod = new FakePod();
            pod.cumulative = kind -> cores * simulation.nowNanos();
            pod.weight = kind -> simulation.nowNanos();
            return pod;
        });
        new ScalingLoop(
                        simulation,
                        spec,
                        target,
                        (at, subject, from, to, metric, rule) ->
                                decisions.add(at / Nanos.SECOND + " " + subject + " " + from + " -> " + to))
                .start();
        assertEquals(spec.initialReplicas(), target.pods.size());
        simulation.runUntil(1000 * Nanos.SECOND);
    }
}
