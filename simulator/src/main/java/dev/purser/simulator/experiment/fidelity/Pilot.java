package dev.purser.simulator.experiment.fidelity;

import dev.purser.simulator.experiment.Fidelity;
import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.Progress;
import dev.purser.simulator.experiment.Run;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.experiment.Window;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.surface.SurfaceStore;
import dev.purser.simulator.units.Nanos;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the replicas with which a window should start. A run at interval level leads up to it, long enough to forget the
 * number it started with itself; both levels of the window then start with what that run wanted in its last minute.
 */
final class Pilot {
    private static final long LEAD_NANOS = 45 * Nanos.MINUTE;

    private Pilot() {}

    /** The scenario of {@code window}, starting with the replicas that the load there needs. */
    static ScenarioSpec settled(Window window, ScenarioSpec scenario, SurfaceStore surfaces) {
        long lead = Math.min(LEAD_NANOS, window.fromNanos());
        ScenarioSpec before = new Window("pilot", window.fromNanos() - lead, lead, 0)
                .of(scenario)
                .withFidelity(Fidelity.INTERVAL)
                .withInterval(Nanos.MINUTE);
        Map<String, Integer> wanted = new HashMap<>();
        Run.execute(before, Progress.SILENT, surfaces).intervals().stream()
                .filter(row -> row.scope() == IntervalRow.Scope.SERVICE)
                .forEach(row -> wanted.put(row.name(), (int) Math.round(row.wantedReplicas())));
        ScenarioSpec moved = window.of(scenario);
        return moved.withServices(moved.services().stream()
                .map(service -> starting(service, wanted.get(service.name())))
                .toList());
    }

    private static ServiceSpec starting(ServiceSpec service, int replicas) {
        return service.withAutoscaler(service.autoscaler().startingWith(replicas));
    }
}
