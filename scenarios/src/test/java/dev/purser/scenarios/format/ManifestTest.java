package dev.purser.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.format.tree.Problem;
import dev.purser.simulator.scaling.HpaBehaviour;
import dev.purser.simulator.scaling.HpaMetricSpec;
import dev.purser.simulator.scaling.HpaSpec;
import dev.purser.simulator.scaling.HpaTiming;
import dev.purser.simulator.scaling.MetricKind;
import dev.purser.simulator.scaling.MetricSpec;
import dev.purser.simulator.scaling.ScalingPolicy;
import dev.purser.simulator.scaling.ScalingRules;
import dev.purser.simulator.units.Nanos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
    static final String MANIFEST = """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata:
              name: ranking
              labels: {app: ranking}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ranking}
              minReplicas: 2
              maxReplicas: 12
              metrics:
                - type: Resource
                  resource: {name: cpu, target: {type: Utilization, averageUtilization: 65}}
                - type: Pods
                  pods:
                    metric: {name: gpu_percent}
                    target: {type: AverageValue, averageValue: "60"}
                - type: External
                  external:
                    metric: {name: rps, selector: {matchLabels: {app: ranking}}}
                    target: {type: AverageValue, averageValue: 1500m}
              behavior:
                scaleDown:
                  stabilizationWindowSeconds: 120
                  selectPolicy: Min
                  policies:
                    - {type: Pods, value: 2, periodSeconds: 60}
            """;

    @TempDir
    Path folder;

    private Loaded load(String manifest, String metrics) throws IOException {
        Files.writeString(folder.resolve("hpa.yaml"), manifest);
        String yaml = BadInputTest.VALID.replace("{fixed: 2}", "{manifest: hpa.yaml, metrics: " + metrics + "}");
        return ScenarioLoader.shipped().load(Files.writeString(folder.resolve("shop.yaml"), yaml));
    }

    static final String TABLE = "{gpu_percent: {metric: accelerator, scale: 0.01}, rps: requests}";

    /** 60 % of the card's time is 600 thousandths; 1500m requests/s are 1500 thousandths. */
    @Test
    void everyFieldIsTaken() throws IOException {
        Loaded loaded = load(MANIFEST, TABLE);
        assertEquals(List.of(), loaded.problems());
        ScalingRules down = new ScalingRules(
                120 * Nanos.SECOND,
                ScalingRules.SelectPolicy.MIN,
                List.of(new ScalingPolicy(ScalingPolicy.Type.PODS, 2, Nanos.MINUTE)),
                0.1);
        MetricSpec cpu = new MetricSpec(MetricKind.CPU, 30 * Nanos.SECOND, 15 * Nanos.SECOND, 10 * Nanos.SECOND);
        HpaSpec expected = new HpaSpec(
                2,
                12,
                2,
                List.of(
                        new HpaMetricSpec.CpuUtilisation(cpu, 65),
                        new HpaMetricSpec.PodsAverageValue(late(MetricKind.ACCELERATOR), 600),
                        new HpaMetricSpec.TotalAverageValue(late(MetricKind.REQUESTS), 1500)),
                new HpaBehaviour(ScalingRules.DEFAULT_UP, down),
                HpaTiming.DEFAULT);
        assertEquals(expected, loaded.scenario().orElseThrow().services().get(0).autoscaler());
        assertEquals(2, loaded.inputs().size());
    }

    private static MetricSpec late(MetricKind kind) {
        return new MetricSpec(kind, Nanos.MINUTE, 15 * Nanos.SECOND, 15 * Nanos.SECOND);
    }

    @Test
    void withoutMetricsItIsEightyPercentOfCpuAsInKubernetes() throws IOException {
        String bare = "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec: {maxReplicas: 3}\n";
        HpaSpec spec = (HpaSpec)
                load(bare, "{}").scenario().orElseThrow().services().get(0).autoscaler();
        assertEquals(80, ((HpaMetricSpec.CpuUtilisation) spec.targets().get(0)).targetPercent());
        assertEquals(HpaBehaviour.DEFAULT, spec.behaviour());
        assertEquals(1, spec.minReplicas());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            autoscaling/v2     | autoscaling/v1     | hpa.yaml:1:13 apiVersion: got autoscaling/v1, must be autoscaling/v2; did you mean `autoscaling/v2`?
            HorizontalPodAutoscaler | VerticalPodAutoscaler | hpa.yaml:2:7 kind: got VerticalPodAutoscaler, must be HorizontalPodAutoscaler
            maxReplicas: 12    | maxReplicas: 1     | spec.maxReplicas: got 1, must be at least 2, the value of `minReplicas`
            minReplicas: 2     | minReplicas: 0     | spec.minReplicas: got 0, must be at least 1
            name: rps          | name: cpu          | services.ranking.scaling.metrics.rps: got the metric rps, which the manifest does not have, must be one of cpu, gpu_percent
            minReplicas: 2     | minReplica: 2      | hpa.yaml:8:3 spec.minReplica: unknown key, must be one of scaleTargetRef, minReplicas, maxReplicas, metrics, behavior; did you mean `minReplicas`?
            name: cpu          | name: memory       | hpa.yaml:12:24 spec.metrics[0].resource.name: got memory, must be cpu
            type: Utilization  | type: AverageValue | must come with exactly its own value: averageUtilization, averageValue or value
            name: rps          | name: rp           | hpa.yaml:18:7 spec.metrics[2].external: got the metric rp, must be translated by `metrics` of the scenario
            resource:          | containerResource: | hpa.yaml:11:7 spec.metrics[0]: got type, containerResource, must have exactly one of the keys resource, pods, object, external
            selectPolicy: Min  | selectPolicy: Most | got Most, must be one of Max, Min, Disabled
            stabilizationWindowSeconds: 120 | stabilizationWindowSeconds: 4000 | got 4000, must be at most 3600
            1500m              | -3                 | got -3, must be a Kubernetes quantity above 0, such as 500m
            """)
    void whatIsNotSupportedIsRefusedByName(String right, String wrong, String expected) throws IOException {
        assertTrue(MANIFEST.contains(right), right);
        List<Problem> problems = load(MANIFEST.replace(right, wrong), TABLE).problems();
        assertTrue(problems.stream().anyMatch(problem -> problem.toString().contains(expected)), problems::toString);
    }

    @Test
    void anEmptyManifestIsRefused() throws IOException {
        assertTrue(load("", "{}")
                .problems()
                .get(0)
                .toString()
                .endsWith("services.ranking.scaling.manifest: got an empty file, must be an autoscaling/v2 manifest"));
    }
}
