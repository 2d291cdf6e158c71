package dev.purser.benchmarks;

import dev.purser.simulator.experiment.Fidelity;
import dev.purser.simulator.experiment.Progress;
import dev.purser.simulator.experiment.Run;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.surface.SurfaceStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Ways to run a scenario, each with a base that takes it a fraction of a second. */
enum GrowthLevel {
    REQUEST("request", Fidelity.REQUEST, new GrowthScenario(40, 400, 8, 4)) {
        @Override
        SurfaceStore store(ScenarioSpec scenario) {
            return SurfaceStore.NONE;
        }
    },
    INTERVAL_COLD("interval, empty surface", Fidelity.INTERVAL, new GrowthScenario(40 * 1440, 400, 8, 4)) {
        @Override
        SurfaceStore store(ScenarioSpec scenario) {
            return SurfaceStore.NONE;
        }
    },
    INTERVAL_STORED("interval, stored surface", Fidelity.INTERVAL, new GrowthScenario(40 * 1440, 400, 8, 4)) {
        @Override
        SurfaceStore store(ScenarioSpec scenario) {
            Memory memory = new Memory();
            Run.execute(scenario, Progress.SILENT, memory);
            return memory;
        }
    };

    private final String label;
    private final Fidelity fidelity;
    private final GrowthScenario base;

    GrowthLevel(String label, Fidelity fidelity, GrowthScenario base) {
        this.label = label;
        this.fidelity = fidelity;
        this.base = base;
    }

    /** In words. */
    String label() {
        return label;
    }

    Fidelity fidelity() {
        return fidelity;
    }

    GrowthScenario base() {
        return base;
    }

    /** What is stored before the run that counts. */
    abstract SurfaceStore store(ScenarioSpec scenario);

    RunResult run(ScenarioSpec scenario, SurfaceStore store) {
        return Run.execute(scenario, Progress.SILENT, store);
    }

    /** Keeps states for as long as it lives. */
    private static final class Memory implements SurfaceStore {
        private final Map<String, byte[]> states = new ConcurrentHashMap<>();

        @Override
        public Optional<byte[]> load(String key) {
            return Optional.ofNullable(states.get(key));
        }

        @Override
        public void save(String key, byte[] state, long requests) {
            states.put(key, state);
        }
    }
}
