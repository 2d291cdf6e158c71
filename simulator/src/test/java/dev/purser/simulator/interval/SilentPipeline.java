package dev.purser.simulator.interval;

import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.StageSpec;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A pipeline to which nobody sends but the test. */
final class SilentPipeline {
    private SilentPipeline() {}

    /** Requests of one candidate that pass {@code service} alone. */
    static PipelineSpec of(String service) {
        return new PipelineSpec(
                "requests",
                new TrafficSpec.Trace(0, Nanos.MINUTE, List.of(0.0), true, "made up"),
                new DistributionSpec.Fixed(1),
                List.of(new StageSpec(service, 1, OptionalInt.empty(), 0, 0)),
                Optional.empty(),
                Optional.empty());
    }
}
