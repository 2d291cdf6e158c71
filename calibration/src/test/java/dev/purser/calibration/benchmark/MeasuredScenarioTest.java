package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.fit.Rounds;
import dev.purser.calibration.models.ModelSize;
import dev.purser.scenarios.format.Loaded;
import dev.purser.scenarios.format.ScenarioLoader;
import dev.purser.scenarios.profile.ProfileCodec;
import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.LatencySummary;
import dev.purser.simulator.experiment.Progress;
import dev.purser.simulator.experiment.Run;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.surface.SurfaceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A measured profile in the folder of a scenario is what its services run by. */
class MeasuredScenarioTest {
    private static final String SCENARIO = """
            purser: 1
            start: 2026-03-02
            horizon: 10 min
            fidelity: request
            instance-types: [types.csv]
            profiles: [device.json]
            sites:
              office: {provider: owned, region: office}
            pools:
              boxes: {instance: my-box, instances: 1}
            services:
              ranking:
                model: mlp
                batching: {largest: 64, longest-wait: 0 s}
                load: 0 s
                scaling: {fixed: 1}
            pipelines:
              search:
                traffic: {rate: 0.5 /s}
                candidates: 8
                stages: [ranking]
            cost:
              owned:
                boxes:
                  price: 1000 USD
                  bought: 2026-01-01
                  life: 3 years
                  energy: 0.14 USD/kWh
                  pue: 1
                  space: 0 USD/month
                  maintenance: 0 %
            """;

    @TempDir
    private Path home;

    /** 8 samples take 100 us + 8 x 10 us in every call, and at one request in two seconds nothing ever waits. */
    @Test
    void anIdleServiceAnswersInTheMeasuredTime() throws IOException {
        Files.writeString(home.resolve("device.json"), ProfileCodec.write(profile()));
        Files.writeString(
                home.resolve("types.csv"),
                "provider,instance,cores,memory_gib,accelerator,accelerators,idle_watts,full_watts,watts_method\n"
                        + "owned,my-box,2,8,,0,10,30,metered\n");
        Path file = home.resolve("shop.yaml");
        Files.writeString(file, SCENARIO);
        Loaded loaded = ScenarioLoader.shipped().load(file);
        assertEquals(List.of(), loaded.problems());
        assertEquals(Origin.MEASURED, loaded.laws().get(0).entry().origin());
        LatencySummary service =
                Run.execute(loaded.scenario().orElseThrow(), Progress.SILENT, SurfaceStore.NONE).summaries().stream()
                        .filter(summary -> summary.scope() == IntervalRow.Scope.SERVICE)
                        .findFirst()
                        .orElseThrow();
        assertTrue(service.outcomes().answered() > 100, () -> "answered " + service.outcomes());
        assertEquals(180_000, service.meanNanos(), 1);
    }

    private static DeviceProfile profile() {
        Map<Case, Rounds> rounds = new HashMap<>();
        for (int batch : new int[] {1, 8, 64}) {
            double nanos = 100_000 + 10_000.0 * batch;
            for (int threads = 1; threads <= 2; threads++) {
                rounds.put(
                        new Case(Phase.SCORE, batch, threads),
                        Rounds.ofOneProcess(batch, List.of(new double[] {nanos, nanos}, new double[] {nanos})));
            }
        }
        Measured measured = new Measured(
                "mlp", Precision.FP32, new ModelSize(1000, 4000, 2000, 400, 4000), new TreeMap<>(), List.of(), rounds);
        return new DeviceProfile(
                "device",
                ProfileCodec.VERSION,
                "2026-03-02",
                "a test",
                List.of(MeasuredEntry.of(measured).entry("my-box", "a test", Optional.empty(), 1)));
    }
}
