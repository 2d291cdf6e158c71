package dev.purser.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.fleet.IncidentSpec;
import dev.purser.simulator.fleet.NodeScalingSpec;
import dev.purser.simulator.scaling.HpaBehaviour;
import dev.purser.simulator.scaling.HpaSpec;
import dev.purser.simulator.scaling.HpaTiming;
import dev.purser.simulator.units.Nanos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario says, and what it leaves to the defaults, arrives in the specification. */
class SpecificationTest {
    @TempDir
    private Path folder;

    /** The defaults of the format are texts; they say what the simulator's own defaults are. */
    @Test
    void scalingDefaultsAreThoseOfTheSimulator() throws IOException {
        ScenarioSpec scenario =
                load(BadInputTest.VALID.replace("{fixed: 2}", "{hpa: {max: 4, metrics: {accelerator: 60 %}}}"));
        HpaSpec hpa = (HpaSpec) scenario.services().get(0).autoscaler();
        assertEquals(HpaBehaviour.DEFAULT, hpa.behaviour());
        assertEquals(HpaTiming.DEFAULT, hpa.timing());
        assertEquals(NodeScalingSpec.DEFAULT, scenario.pools().get(0).scaling());
    }

    @Test
    void anIncidentIsRead() throws IOException {
        String incident = "incidents: {outage: {pool: gpu, at: 2026-03-03T06:00, share: 50 %, lasts: 20 min}}\n";
        assertEquals(
                List.of(new IncidentSpec("outage", "gpu", 30 * Nanos.HOUR, 0.5, 20 * Nanos.MINUTE)),
                load(BadInputTest.VALID + incident).incidents());
    }

    /** A row a minute up to 14 days, a quarter of an hour up to 90, an hour beyond; or as the scenario says. */
    @ParameterizedTest
    @CsvSource({
        "horizon: 14 d, 60",
        "horizon: 15 d, 900",
        "horizon: 90 d, 900",
        "horizon: 91 d, 3600",
        "'horizon: 91 d\nresolution: 5 min', 300"
    })
    void rowsAreCoarserInLongerRuns(String horizon, long seconds) throws IOException {
        ScenarioSpec scenario = load(BadInputTest.VALID.replace("horizon: 2 d", horizon));
        assertEquals(seconds * Nanos.SECOND, scenario.intervalNanos());
    }

    private ScenarioSpec load(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("shop.yaml"), yaml);
        Loaded loaded = ScenarioLoader.shipped().load(file);
        assertEquals(List.of(), loaded.problems());
        return loaded.scenario().orElseThrow();
    }
}
