package dev.purser.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LibraryTest {
    static final Path LIBRARY = Path.of("library");

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(LIBRARY)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyShippedScenarioIsValid(Path file) {
        assertEquals(List.of(), ScenarioLoader.shipped().load(file).problems());
    }

    /** 3 M users x 0.5 sessions a day x (4 + 8) views = 18 M requests a day. */
    @Test
    void quickstartAsksForEighteenMillionRequests() {
        ScenarioSpec scenario = ScenarioLoader.shipped()
                .load(LIBRARY.resolve("quickstart.yaml"))
                .scenario()
                .orElseThrow();
        double perSecond = scenario.pipelines().stream()
                .map(PipelineSpec::traffic)
                .mapToDouble(
                        traffic -> ((TrafficSpec.Profile) traffic).profile().basePerSecond())
                .sum();
        assertEquals(18e6, perSecond * 86_400, 1e-3);
    }

    /** 90,000 requests/s at the start, growth of 1.5 % a month and four days of a sale: 100,000 on average. */
    @Test
    void theYearAtScaleHasAHundredThousandRequestsASecond() {
        ScenarioSpec scenario = ScenarioLoader.shipped()
                .load(LIBRARY.resolve("year-at-scale.yaml"))
                .scenario()
                .orElseThrow();
        double requests = scenario.pipelines().stream()
                .mapToDouble(
                        pipeline -> pipeline.traffic().expectedRequests(scenario.calendar(), scenario.horizonNanos()))
                .sum();
        assertEquals(100_000, requests / Nanos.toSeconds(scenario.horizonNanos()), 500);
        assertEquals(5, scenario.services().size());
    }
}
