package dev.purser.benchmarks;

import dev.purser.scenarios.format.Loaded;
import dev.purser.scenarios.format.ScenarioLoader;
import dev.purser.simulator.experiment.Fidelity;
import dev.purser.simulator.experiment.ScenarioSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Services that are all alike, each asked by a pipeline of its own, through days and nights.
 *
 * @param minutes simulated time
 * @param perSecond mean rate of each service, in requests/s
 * @param replicas replicas of each service
 * @param services how many there are
 */
record GrowthScenario(double minutes, double perSecond, int replicas, int services) {
    private static final String GENERAL = """
            purser: 1
            start: 2026-03-02
            horizon: %s min
            resolution: %s
            sites:
              cloud: {provider: aws, region: us-east-1}
            pools:
              gpu: {instance: g4dn.xlarge, instances: %d}
            """;

    private static final String SERVICE = """
              service-%d:
                model: dcnv2-4b
                precision: FP16
                batching: {largest: 4096}
                scaling: {fixed: %d}
            """;

    private static final String PIPELINE = """
              pipeline-%d:
                traffic:
                  rate: %s /s
                  hours: [3, 2, 1, 1, 1, 2, 3, 5, 6, 7, 7, 8, 8, 8, 7, 7, 7, 8, 9, 10, 10, 9, 7, 5]
                  dispersion: 2
                candidates: {median: 300, p99: 1500}
                stages: [service-%d]
            """;

    /** Rows are as long whatever the horizon: the usual length is a minute in 10 days, and an hour in 160. */
    private static final String INTERVAL_RESOLUTION = "15 min";

    private static final String REQUEST_RESOLUTION = "1 min";

    /** The scenario at {@code fidelity}. */
    ScenarioSpec at(Fidelity fidelity) throws IOException {
        Path file = Files.createTempFile("growth", ".yaml");
        try {
            Loaded loaded = ScenarioLoader.shipped().load(Files.writeString(file, yaml(fidelity)));
            return loaded.scenario()
                    .orElseThrow(() -> new IllegalArgumentException("" + loaded.problems()))
                    .withFidelity(fidelity);
        } finally {
            Files.delete(file);
        }
    }

    private String yaml(Fidelity fidelity) {
        String resolution = fidelity == Fidelity.INTERVAL ? INTERVAL_RESOLUTION : REQUEST_RESOLUTION;
        StringBuilder yaml = new StringBuilder(GENERAL.formatted(number(minutes), resolution, services * replicas));
        yaml.append("services:\n");
        for (int i = 1; i <= services; i++) {
            yaml.append(SERVICE.formatted(i, replicas));
        }
        yaml.append("pipelines:\n");
        for (int i = 1; i <= services; i++) {
            yaml.append(PIPELINE.formatted(i, number(perSecond), i));
        }
        return yaml.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
