package dev.purser.reports;

import dev.purser.simulator.cost.CostSpec;
import dev.purser.simulator.experiment.Fidelity;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.fleet.NodeScalingSpec;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.fleet.SiteSpec;
import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.HardwareType;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.scaling.FixedReplicasSpec;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.serving.LatencyObjective;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.serving.RetrySpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.StageSpec;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.traffic.RateEventSpec;
import dev.purser.simulator.traffic.RateProfile;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a synthetic run claims to have run: one pipeline and one service for each name, on one pool. */
record SyntheticScenario(
        String title,
        Calendar calendar,
        long horizonNanos,
        long intervalNanos,
        List<String> names,
        double basePerSecond,
        Optional<RateEventSpec> event) {
    private static final List<Double> HOURS = List.of(
            0.45, 0.3, 0.22, 0.2, 0.2, 0.28, 0.45, 0.7, 0.95, 1.1, 1.2, 1.3, 1.35, 1.3, 1.25, 1.2, 1.2, 1.3, 1.5, 1.7,
            1.8, 1.6, 1.2, 0.8);

    ScenarioSpec scenario() {
        return new ScenarioSpec(
                "synthetic",
                title,
                calendar,
                horizonNanos,
                Math.min(Nanos.HOUR, horizonNanos / 10),
                7,
                intervalNanos,
                Fidelity.REQUEST,
                names.stream().map(this::pipeline).toList(),
                names.stream().map(this::service).toList(),
                List.of(new SiteSpec("cloud", "us-east-1")),
                List.of(new PoolSpec(
                        "gpu",
                        "cloud",
                        hardware(),
                        PurchaseOption.ON_DEMAND,
                        1,
                        200,
                        new DistributionSpec.LogNormal(60, 120),
                        NodeScalingSpec.DEFAULT)),
                List.of(),
                CostSpec.of(SyntheticRun.USD, List.of()));
    }

    RateProfile profile() {
        List<Double> days = List.of(0.95, 0.95, 1.0, 1.0, 1.05, 1.1, 1.0);
        return new RateProfile(basePerSecond, 0.03, HOURS, days, event.stream().toList());
    }

    private PipelineSpec pipeline(String name) {
        String service = SyntheticRun.service(names, name);
        return new PipelineSpec(
                name,
                new TrafficSpec.Profile(profile(), 3, Nanos.MINUTE),
                new DistributionSpec.LogNormal(300, 1500),
                List.of(new StageSpec(service, 1, OptionalInt.of(2000), 2048, 10240)),
                Optional.of(new LatencyObjective(0.99, 150 * Nanos.MILLISECOND)),
                Optional.empty());
    }

    private ServiceSpec service(String name) {
        ServiceTimeLaw law =
                new ServiceTimeLaw(new BatchTime.Affine(2e6, 900), new Spread.LogNormal(0.1), 8192, List.of(1.0));
        return new ServiceSpec(
                SyntheticRun.service(names, name),
                "dlrm-4b",
                Map.of("gpu", law),
                new BatchingSpec(8192, 2 * Nanos.MILLISECOND, List.of(4096)),
                1,
                new ResourceRequest(3000, 12L << 30, 1),
                1000,
                "least-outstanding",
                200,
                OptionalLong.of(300 * Nanos.MILLISECOND),
                true,
                RetrySpec.NONE,
                0.2,
                Nanos.MILLISECOND,
                OptionalLong.empty(),
                new DistributionSpec.LogNormal(23, 52),
                List.of("gpu"),
                new FixedReplicasSpec(2));
    }

    static HardwareType hardware() {
        Accelerator t4 = new Accelerator("T4", 16L << 30, 320e9, Map.of(Precision.FP16, 65e12), 70);
        return new HardwareType("g4dn.xlarge", "aws", 4, 16L << 30, Optional.of(t4), 1, 40, 150);
    }
}
