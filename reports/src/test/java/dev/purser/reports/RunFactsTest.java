package dev.purser.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.experiment.IntervalRecord;
import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.Outcomes;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunFactsTest {
    private static final Outcomes NONE = new Outcomes(0, 0, 0, 0, 0, 0, 0);

    /** One replica busy a fifth of a minute, three busy three fifths of one: (0.2 + 1.8) of 4 replica minutes. */
    @Test
    void utilisationWeighsReplicasByTheirTime() {
        assertEquals(
                0.5,
                facts(row(Scope.SERVICE, 1, 0.2), row(Scope.SERVICE, 3, 0.6)).utilisation(),
                1e-12);
    }

    @Test
    void pipelinesAndEmptyFleetsDoNotCount() {
        assertEquals(
                0, facts(row(Scope.PIPELINE, 0, 0), row(Scope.SERVICE, 0, 0)).utilisation());
    }

    private static RunFacts facts(IntervalRow... rows) {
        RunResult run = SyntheticRun.hour();
        return new RunFacts(new RunResult(
                run.scenario(),
                IntervalRecord.of(List.of(rows)),
                run.summaries(),
                run.months(),
                run.decisions(),
                run.usage(),
                run.ledger(),
                run.isolated(),
                run.events(),
                run.surface()));
    }

    private static IntervalRow row(Scope scope, double ready, double utilisation) {
        LatencyQuantile none = LatencyQuantile.NONE;
        return new IntervalRow(0, Nanos.MINUTE, scope, "a", NONE, 0, ready, ready, utilisation, 0, none, none, none);
    }
}
