package dev.purser.scenarios.output;

import dev.purser.simulator.experiment.DecisionRow;
import dev.purser.simulator.experiment.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code decisions.csv}: every change of a replica or instance count, and why. */
final class DecisionTable {
    static final List<String> COLUMNS = List.of("time", "subject", "from", "to", "metric", "rule");

    private DecisionTable() {}

    static void write(RunResult result, Path file) throws IOException {
        Moments moments = new Moments(result.scenario().calendar());
        try (Table table = Table.create(file, COLUMNS)) {
            for (DecisionRow decision : result.decisions()) {
                table.add(row(decision, moments));
            }
        }
    }

    private static Table.Row row(DecisionRow decision, Moments moments) {
        return new Table.Row()
                .plain(moments.text(decision.atNanos()))
                .text(decision.subject())
                .count(decision.from())
                .count(decision.to())
                .text(decision.metric())
                .text(decision.rule());
    }
}
