package dev.purser.scenarios.cli;

import dev.purser.simulator.experiment.fidelity.FidelityResult;
import java.util.List;
import java.util.function.Function;

/** How {@code purser fidelity} prints what it found. */
enum FidelityFormat {
    text(FidelityText::of),
    markdown(FidelityMarkdown::of),
    csv(FidelityCsv::of);

    private final Function<List<FidelityResult>, String> writer;

    FidelityFormat(Function<List<FidelityResult>, String> writer) {
        this.writer = writer;
    }

    String text(List<FidelityResult> results) {
        return writer.apply(results);
    }
}
