package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Format;
import dev.purser.simulator.traffic.TrafficSpec;

record TraceFormat(Timeline timeline, ScenarioFiles files) {
    Format<TrafficSpec> csv() {
        return new Format<>(
                "trace",
                "x",
                in -> in.build(() -> {
                    throw new IllegalArgumentException("x");
                }));
    }

    Format<TrafficSpec> prometheus() {
        return new Format<>(
                "prometheus",
                "x",
                in -> in.build(() -> {
                    throw new IllegalArgumentException("x");
                }));
    }
}
