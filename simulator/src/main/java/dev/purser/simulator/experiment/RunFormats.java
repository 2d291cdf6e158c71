package dev.purser.simulator.experiment;

import dev.purser.simulator.rows.RowFormat;
import dev.purser.simulator.rows.RowReader;
import dev.purser.simulator.rows.RowWriter;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.Outcomes;

/** How the rows of a {@link RunResult} are kept while a run goes on. */
final class RunFormats {
    static final RowFormat<IntervalRow> INTERVALS = new RowFormat<>(RunFormats::write, RunFormats::readInterval);

    static final RowFormat<DecisionRow> DECISIONS = new RowFormat<>(
            (decision, out) -> out.number(decision.atNanos())
                    .text(decision.subject())
                    .number(decision.from())
                    .number(decision.to())
                    .text(decision.metric())
                    .text(decision.rule()),
            in -> new DecisionRow(in.number(), in.text(), (int) in.number(), (int) in.number(), in.text(), in.text()));

    private static final IntervalRow.Scope[] SCOPES = IntervalRow.Scope.values();

    private RunFormats() {}

    private static void write(IntervalRow row, RowWriter out) {
        out.number(row.fromNanos())
                .number(row.lengthNanos())
                .number(row.scope().ordinal())
                .text(row.name());
        write(row.outcomes(), out);
        out.number(row.attempts())
                .real(row.wantedReplicas())
                .real(row.readyReplicas())
                .real(row.utilisation())
                .real(row.meanBatch())
                .number(row.p50().nanos())
                .number(row.p95().nanos())
                .number(row.p99().nanos());
    }

    private static void write(Outcomes outcomes, RowWriter out) {
        out.number(outcomes.offered())
                .number(outcomes.full())
                .number(outcomes.cached())
                .number(outcomes.fallback())
                .number(outcomes.rejected())
                .number(outcomes.timedOut())
                .number(outcomes.inFlight());
    }

    private static IntervalRow readInterval(RowReader in) {
        return new IntervalRow(
                in.number(),
                in.number(),
                SCOPES[(int) in.number()],
                in.text(),
                readOutcomes(in),
                in.number(),
                in.real(),
                in.real(),
                in.real(),
                in.real(),
                new LatencyQuantile(in.number()),
                new LatencyQuantile(in.number()),
                new LatencyQuantile(in.number()));
    }

    private static Outcomes readOutcomes(RowReader in) {
        return new Outcomes(in.number(), in.number(), in.number(), in.number(), in.number(), in.number(), in.number());
    }
}
