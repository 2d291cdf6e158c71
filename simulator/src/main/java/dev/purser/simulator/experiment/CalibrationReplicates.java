package dev.purser.simulator.experiment;

import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.surface.States;
import dev.purser.simulator.surface.SurfaceStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Repeats a run with redrawn laws of service time. */
public final class CalibrationReplicates {
    private CalibrationReplicates() {}

    /** Hears how far the replicates have come; called from several threads. */
    @FunctionalInterface
    public interface Listener {
        /** Hears nothing. */
        Listener SILENT = (done, all) -> {};

        /** {@code done} replicates out of {@code all} are over. */
        void reached(int done, int all);
    }

    /**
     * {@code result} beside the figures of its replicates, which run at its fidelity and under its seed, several at a
     * time. They are the same on any number of cores.
     *
     * @param laws the laws in use
     * @param count how many replicates: at least 2, at most {@link LawReplicates#available()}
     * @param surfaces keeps states of the response surface; those of redrawn laws are states of their own
     * @param rows keeps what there is more of in a longer run
     */
    public static RunResult add(
            RunResult result, LawReplicates laws, int count, SurfaceStore surfaces, RowStore rows, Listener listener) {
        ScenarioSpec scenario = result.scenario().withFidelity(result.fidelity());
        AtomicInteger done = new AtomicInteger();
        List<Map<Quantity, Double>> replicates = IntStream.range(0, count)
                .parallel()
                .mapToObj(replicate -> {
                    ScenarioSpec redrawn = laws.replicate(scenario, replicate);
                    Map<Quantity, Double> values = Quantity.of(Run.alone(redrawn, new States(surfaces), rows));
                    listener.reached(done.incrementAndGet(), count);
                    return values;
                })
                .toList();
        return result.withCalibration(new CalibrationSpread(laws, Quantity.of(result), replicates));
    }
}
