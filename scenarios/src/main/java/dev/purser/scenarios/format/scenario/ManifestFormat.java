package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.scaling.AutoscalerSpec;

record ManifestFormat(ScenarioFiles files) {
    Format<AutoscalerSpec> format() {
        return new Format<>("manifest", "x.", in -> {
            in.key("manifest", Words.FILE, "x").required();
            return in.build(() -> {
                throw new IllegalArgumentException("x");
            });
        });
    }
}
