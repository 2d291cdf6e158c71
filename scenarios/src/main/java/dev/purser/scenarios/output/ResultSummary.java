package dev.purser.scenarios.output;

import dev.purser.scenarios.Version;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.experiment.SurfaceUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code result.json}: what came out, on one page. */
final class ResultSummary {
    private ResultSummary() {}

    static void write(RunResult result, Path file) throws IOException {
        ScenarioSpec scenario = result.scenario();
        Moments moments = new Moments(scenario.calendar());
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("purser", Version.current());
        content.put("scenario", scenario.name());
        content.put("title", scenario.title());
        content.put("start", moments.text(0));
        content.put("end", moments.text(scenario.horizonNanos()));
        content.put("warm_up_s", Figures.seconds(scenario.warmUpNanos()));
        content.put("seed", scenario.seed());
        content.put("fidelity", result.fidelity().label());
        content.put("surface", result.surface().map(ResultSummary::surface).orElse(null));
        content.put("cost", CostSummary.of(result));
        content.put(
                "calibration", result.calibration().map(CalibrationSummary::of).orElse(null));
        content.put("pipelines", ServiceSummary.of(result, Scope.PIPELINE));
        content.put("services", ServiceSummary.of(result, Scope.SERVICE));
        content.put("pools", FleetSummary.of(result.usage()));
        content.put("decisions", result.decisions().size());
        content.put("events", result.events());
        Json.write(content, file);
    }

    private static Map<String, Object> surface(SurfaceUse use) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("states", use.states());
        entry.put("micro_simulation_requests", use.requests());
        entry.put("followed_requests", use.intervalRequests());
        return entry;
    }
}
