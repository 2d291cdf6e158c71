package dev.purser.simulator.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The worked example of docs/autoscaling.md, line by line: change both together. */
class WorkedExampleTest {
    private static final HpaSpec SPEC =
            new HpaSpec(2, 20, 4, List.of(Hpas.cpu(60)), HpaBehaviour.DEFAULT, HpaTiming.DEFAULT);

    private final Autoscaler hpa = SPEC.create();
    private ScalingHistory history = ScalingHistory.NONE;
    private int current = SPEC.initialReplicas();

    @Test
    void aRushAndItsEnd() {
        sync(0, 58, 4, 0, 4, "within tolerance");
        sync(15, 150, 4, 0, 8, "scale-up rate 4 Pods per 15 s");
        sync(30, 150, 4, 4, 10, "metric");
        sync(45, 150, 4, 6, 10, "within tolerance");
        sync(60, 60, 10, 0, 10, "within tolerance");
        for (int seconds = 75; seconds < 360; seconds += 15) {
            sync(seconds, 20, 10, 0, 10, "scale-down stabilisation 300 s");
        }
        sync(360, 20, 10, 0, 4, "metric");
    }

    private void sync(int seconds, int percent, int ready, int pending, int desired, String rule) {
        long now = seconds * Nanos.SECOND;
        Decision decision = hpa.decide(view(now, percent, ready, pending));
        assertEquals(desired, decision.desired(), () -> "at " + seconds + " s");
        assertEquals(rule, decision.rule(), () -> "at " + seconds + " s");
        history = history.after(now, current, decision, SPEC.historyNanos());
        current = decision.desired();
    }

    /** Pods of two cores that started long ago, and pending ones. */
    private ScalingView view(long now, int percent, int ready, int pending) {
        List<PodView> pods = new ArrayList<>();
        List<Optional<MetricSample>> samples = new ArrayList<>();
        for (int i = 0; i < ready + pending; i++) {
            boolean runs = i < ready;
            PodView.Phase phase = runs ? PodView.Phase.RUNNING : PodView.Phase.PENDING;
            pods.add(new PodView(phase, -Nanos.HOUR, runs, -Nanos.HOUR, 2000));
            samples.add(runs ? Optional.of(new MetricSample(20L * percent, now, 0)) : Optional.empty());
        }
        MetricView cpu = new MetricView(ViewBuilder.metric(MetricKind.CPU), samples, OptionalLong.empty());
        return new ScalingView(now, current, pods, List.of(cpu), history);
    }
}
