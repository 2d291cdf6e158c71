package dev.purser.scenarios.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A scenario of one service whose law was measured: 4 ms a batch, in a profile beside it whose redraws are written by
 * hand.
 */
final class MeasuredScenario {
    private MeasuredScenario() {}

    /** Writes both files into {@code folder}, with redraws of {@code millis}; returns the scenario. */
    static Path write(Path folder, String horizon, double... millis) throws IOException {
        Files.writeString(folder.resolve("device.json"), profile(millis));
        return Files.writeString(folder.resolve("measured.yaml"), """
                purser: 1
                title: A measured model
                start: 2026-03-02
                horizon: %s
                profiles: [device.json]
                sites:
                  cloud: {provider: aws, region: us-east-1}
                pools:
                  gpu: {instance: g4dn.xlarge, instances: {min: 1, max: 1}}
                services:
                  ranking:
                    model: own
                    batching: {largest: 64, longest-wait: 0 s}
                    scaling: {fixed: 1}
                pipelines:
                  search:
                    traffic: {rate: 5 /s}
                    candidates: 10
                    stages: [ranking]
                """.formatted(horizon));
    }

    private static String profile(double... millis) {
        return """
                {
                  "name": "device", "version": 1, "date": "2026-03-02", "source": "a test",
                  "entries": [{
                    "model": "own", "hardware": "T4", "precision": "FP32", "backend": "test",
                    "law": {"time": %s, "spread": {"none": {}}, "largestBatch": 64, "sharedSpeed": [1.0]},
                    "modelBytes": 0, "origin": "MEASURED", "fitError": 0.01, "source": "a test",
                    "measurement": {
                      "size": {"parameters": 1, "flopsPerSample": 1, "bytesPerSample": 1, "bytesPerBatch": 1},
                      "smallestBatch": 1, "worstError": null,
                      "spreadFit": {"distance": 0, "ownDistance": 0, "sharedDistance": 0, "tailError": 0},
                      "calls": [{
                        "batch": 1, "threads": 1, "count": 9,
                        "meanNanos": 4000000, "lowNanos": 3000000, "highNanos": 5000000, "percentileNanos": {"p50": 4000000}
                      }],
                      "training": [], "quality": {},
                      "redraws": [%s]
                    }
                  }]
                }
                """.formatted(
                time(4), Arrays.stream(millis).mapToObj(MeasuredScenario::time).collect(Collectors.joining(", ")));
    }

    private static String time(double millis) {
        return "{\"affine\": {\"fixedNanos\": " + (long) (millis * 1e6) + ", \"perSampleNanos\": 0}}";
    }
}
