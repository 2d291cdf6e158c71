package dev.purser.scenarios.cli;

import dev.purser.scenarios.surface.SurfaceFolder;
import dev.purser.simulator.experiment.CalibrationSpread;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.IsolatedCost;
import dev.purser.simulator.experiment.LatencySummary;
import dev.purser.simulator.experiment.LawReplicates;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.experiment.SurfaceUse;
import dev.purser.simulator.serving.LatencyObjective;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code purser run} says when it is done. */
final class RunText {
    private static final int CENTS = 2;

    private RunText() {}

    /**
     * How long it took, in nanoseconds of real time.
     *
     * @param runNanos the run itself
     * @param replicatesNanos its replicates, all together
     */
    record Times(long runNanos, long replicatesNanos) {}

    /**
     * The text, in lines.
     *
     * @param laws the laws in use
     * @param stored what the kept states of the response surface were good for, where any are kept
     * @param times how long the simulation took
     * @param folder where the result lies
     */
    static String of(
            RunResult result, LawReplicates laws, Optional<SurfaceFolder.Counts> stored, Times times, Path folder) {
        TextTable lines = new TextTable("cost", cost(result));
        result.isolated().forEach(event -> lines.add(List.of("event", event(event))));
        result.summaries().stream()
                .filter(summary -> summary.scope() == Scope.PIPELINE)
                .forEach(summary -> addPipeline(lines, summary, result.scenario()));
        addCalibration(lines, result, laws);
        lines.add(List.of("simulated", speed(result, times)));
        result.surface().ifPresent(use -> lines.add(List.of("surface", SurfaceText.of(use, stored))));
        List.of("report.html", "report.pdf").forEach(name -> lines.add(List.of("report", folder.resolve(name) + "")));
        return result.scenario().title() + "\n\n" + lines;
    }

    private static String cost(RunResult result) {
        return amount(result.ledger().total()) + " effective, "
                + amount(result.ledger().billed()) + " billed";
    }

    private static String event(IsolatedCost event) {
        return event.event() + " cost " + amount(event.cost()) + " (" + amount(event.with()) + " with it, "
                + amount(event.without()) + " without)";
    }

    private static void addPipeline(TextTable lines, LatencySummary summary, ScenarioSpec scenario) {
        lines.add(List.of(summary.name(), latency(summary)));
        scenario.pipelines().stream()
                .filter(pipeline -> pipeline.name().equals(summary.name()))
                .flatMap(pipeline -> pipeline.objective().stream())
                .forEach(objective -> lines.add(List.of("", kept(summary.objectiveShare(), objective))));
    }

    private static void addCalibration(TextTable lines, RunResult result, LawReplicates laws) {
        Currency currency = result.ledger().currency();
        result.calibration()
                .ifPresentOrElse(
                        spread -> CalibrationText.add(lines, spread, currency),
                        () -> ReplicateOption.unused(laws)
                                .ifPresent(unused -> lines.add(List.of("calibration", unused))));
    }

    private static String latency(LatencySummary summary) {
        return String.format(
                Locale.ROOT,
                "%,d requests, %.3f %% failed; p50 %s, p99 %s",
                summary.outcomes().offered(),
                100 * summary.outcomes().failedShare(),
                millis(summary.p50()),
                millis(summary.p99()));
    }

    private static String kept(double share, LatencyObjective objective) {
        String promise = "objective " + number(100 * objective.quantile()) + " % within "
                + number(objective.nanos() / 1e6) + " ms: ";
        if (Double.isNaN(share)) {
            return promise + "no request";
        }
        return promise
                + (share >= objective.quantile() ? "kept, " : "missed, ")
                + String.format(Locale.ROOT, "%.3f %% within", 100 * share);
    }

    private static String speed(RunResult result, Times times) {
        long requests = result.intervals().stream()
                .filter(row -> row.scope() == Scope.PIPELINE)
                .mapToLong(row -> row.outcomes().offered())
                .sum();
        return String.format(
                Locale.ROOT,
                "%,d requests at %s level in %.1f s%s%s%s",
                requests,
                result.fidelity().label(),
                Nanos.toSeconds(times.runNanos()),
                result.surface().map(RunText::followed).orElse(""),
                result.isolated().isEmpty() ? "" : ", and beside it without each isolated event",
                result.calibration().map(spread -> replicates(spread, times)).orElse(""));
    }

    private static String replicates(CalibrationSpread spread, Times times) {
        return String.format(
                Locale.ROOT, ", and %d replicates in %.1f s", spread.count(), Nanos.toSeconds(times.replicatesNanos()));
    }

    private static String followed(SurfaceUse use) {
        return String.format(Locale.ROOT, ", %,d of them one by one", use.intervalRequests());
    }

    private static String millis(LatencyQuantile quantile) {
        return quantile.isNumber()
                ? String.format(Locale.ROOT, "%.1f ms", quantile.nanos() / 1e6)
                : quantile.inMillis();
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .setScale(3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String amount(Money money) {
        return String.format(
                Locale.ROOT, "%,.2f %s", money.amount().setScale(CENTS, RoundingMode.HALF_EVEN), money.currency());
    }
}
