package dev.purser.simulator.surface;

import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.Service;
import dev.purser.simulator.serving.StageSpec;
import java.util.List;

/** Counts payloads by pipeline, stage and pool. */
final class PayloadCount implements Service.PayloadListener {
    private final Stage[][] stages;

    private record Stage(String[] pools, long[] sent, long[] received) {
        int indexOf(String pool) {
            int index = 0;
            while (!pools[index].equals(pool)) {
                index++;
            }
            return index;
        }
    }

    PayloadCount(Group group) {
        stages = group.pipelines().stream()
                .map(pipeline -> stages(group, pipeline))
                .toArray(Stage[][]::new);
    }

    private static Stage[] stages(Group group, PipelineSpec pipeline) {
        return pipeline.stages().stream().map(stage -> stage(group, stage)).toArray(Stage[]::new);
    }

    private static Stage stage(Group group, StageSpec spec) {
        List<String> pools = group.services().get(group.serviceOf(spec)).pools();
        return new Stage(pools.toArray(String[]::new), new long[pools.size()], new long[pools.size()]);
    }

    @Override
    public void sent(int pipeline, int stage, String pool) {
        Stage counts = stages[pipeline][stage];
        counts.sent[counts.indexOf(pool)]++;
    }

    @Override
    public void received(int pipeline, int stage, String pool) {
        Stage counts = stages[pipeline][stage];
        counts.received[counts.indexOf(pool)]++;
    }

    /** Payloads sent so far, by pool. */
    long[] sent(int pipeline, int stage) {
        return stages[pipeline][stage].sent;
    }

    /** Payloads that came back so far, by pool. */
    long[] received(int pipeline, int stage) {
        return stages[pipeline][stage].received;
    }
}
