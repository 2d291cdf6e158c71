package dev.purser.reports;

import dev.purser.simulator.experiment.CalibrationSpread;
import dev.purser.simulator.experiment.LawReplicates;
import dev.purser.simulator.experiment.Quantity;
import dev.purser.simulator.experiment.Quantity.Kind;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.hardware.ProfileEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** A synthetic run with replicates drawn by formula: evenly from 2 % below to 2 % above, tails three times as far. */
final class SyntheticCalibration {
    private static final int COUNT = 20;

    private SyntheticCalibration() {}

    /** One day with the replicates. */
    static RunResult day() {
        return with(SyntheticRun.day(), offset -> offset);
    }

    /** One day in whose replicates nothing moves. */
    static RunResult still() {
        return with(SyntheticRun.day(), offset -> 0);
    }

    /** A run whose pipeline often leaves its slowest requests without an answer. */
    static RunResult unanswered() {
        return with(SyntheticRun.day(), offset -> offset > 0 ? Double.POSITIVE_INFINITY : offset);
    }

    /** {@code tail} makes the relative difference of a p99 from that of the cost. */
    private static RunResult with(RunResult run, DoubleUnaryOperator tail) {
        Map<Quantity, Double> central = central(run);
        List<Map<Quantity, Double>> replicates = IntStream.range(0, COUNT)
                .mapToObj(i -> replicate(central, 0.04 * (i - 9.5) / COUNT, tail))
                .toList();
        List<ProfileEntry> entries = Provenances.sample().profiles();
        return run.withCalibration(new CalibrationSpread(new LawReplicates(entries, entries), central, replicates));
    }

    private static Map<Quantity, Double> central(RunResult run) {
        Map<Quantity, Double> central = new LinkedHashMap<>();
        central.put(
                new Quantity(Kind.EFFECTIVE_COST, ""),
                run.ledger().total().amount().doubleValue());
        central.put(new Quantity(Kind.COST_PER_THOUSAND, ""), 0.0123);
        run.scenario().pipelines().forEach(pipeline -> {
            central.put(new Quantity(Kind.P99, pipeline.name()), 85e6);
            central.put(new Quantity(Kind.FAILED_SHARE, pipeline.name()), 0.0);
        });
        run.scenario()
                .services()
                .forEach(service -> central.put(new Quantity(Kind.REPLICA_HOURS, service.name()), 120.0));
        return central;
    }

    private static Map<Quantity, Double> replicate(
            Map<Quantity, Double> central, double offset, DoubleUnaryOperator tail) {
        Map<Quantity, Double> replicate = new LinkedHashMap<>();
        boolean moves = tail.applyAsDouble(1) != 0;
        central.forEach((quantity, value) -> replicate.put(
                quantity,
                quantity.kind() == Kind.P99
                        ? value * (1 + 3 * tail.applyAsDouble(offset))
                        : value * (1 + (moves ? offset : 0))));
        return replicate;
    }
}
