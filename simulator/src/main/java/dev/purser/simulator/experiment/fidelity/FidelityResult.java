package dev.purser.simulator.experiment.fidelity;

import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.experiment.Window;
import java.util.List;

/**
 * Request level and interval level beside each other.
 *
 * @param scenario what was compared
 * @param settings how
 * @param windows the parts that were run
 * @param rows by window, in the order of measures
 */
public record FidelityResult(
        ScenarioSpec scenario, FidelitySettings settings, List<Window> windows, List<FidelityRow> rows) {
    public FidelityResult {
        windows = List.copyOf(windows);
        rows = List.copyOf(rows);
    }

    /** Rows of that verdict. */
    public long count(Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    /** Whether every row that has a bound lies within it. */
    public boolean within() {
        return count(Verdict.MISSED) + count(Verdict.NOT_SHOWN) == 0;
    }
}
