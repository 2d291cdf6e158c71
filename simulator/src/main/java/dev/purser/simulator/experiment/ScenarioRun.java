package dev.purser.simulator.experiment;

import dev.purser.simulator.experiment.IntervalRecord.Series;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.fleet.SiteSpec;
import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.rows.Rows;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.surface.States;
import dev.purser.simulator.usage.BusyTime;
import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.Occupancy;
import dev.purser.simulator.usage.PoolUse;
import dev.purser.simulator.usage.RequestCount;
import dev.purser.simulator.usage.Transfer;
import dev.purser.simulator.usage.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * One scenario, its {@linkplain IndependentParts parts} side by side, each on a clock of its own: what Run prices
 * afterwards. Everything comes in the same order on any number of cores. What was decided and used is in order of time,
 * and of the same time by part; the rest is in order of time and then of the scenario.
 */
final class ScenarioRun {
    private final ScenarioSpec scenario;
    private final List<PartRun> parts = new ArrayList<>();
    private final List<Series> order;

    /**
     * A run that has not begun. What there is more of in a longer run is kept outside of it.
     *
     * @param store keeps what was used, which is what prices are read from
     * @param record keeps what happened: intervals and decisions
     */
    ScenarioRun(ScenarioSpec scenario, Progress progress, States states, RowStore store, RowStore record) {
        this.scenario = scenario;
        this.order = order(scenario);
        List<ScenarioSpec> specs = IndependentParts.of(scenario);
        JointProgress joint = new JointProgress(specs.size(), progress);
        for (int i = 0; i < specs.size(); i++) {
            var numbers = LongStream.iterate(i, number -> number + specs.size()).iterator();
            parts.add(new PartRun(specs.get(i), joint.of(i), states, numbers::nextLong, store, record));
        }
    }

    /** Runs from start to horizon. */
    void execute() {
        SideBySide.run(parts);
    }

    IntervalRecord intervals() {
        return IntervalRecord.joined(parts.stream().map(PartRun::intervals).toList(), order);
    }

    List<MonthRow> months() {
        return parts.stream()
                .flatMap(part -> part.months().stream())
                .sorted(Comparator.comparingLong(MonthRow::fromNanos).thenComparing(MonthRow::summary, inOrder()))
                .toList();
    }

    List<LatencySummary> summaries() {
        return parts.stream()
                .flatMap(part -> part.summaries().stream())
                .sorted(inOrder())
                .toList();
    }

    Rows<DecisionRow> decisions() {
        return merged(PartRun::decisions, DecisionRow::atNanos);
    }

    long events() {
        return parts.stream().mapToLong(PartRun::events).sum();
    }

    /** What it took from the response surface; empty at request level. */
    Optional<SurfaceUse> surface() {
        return parts.stream().flatMap(part -> part.surface().stream()).reduce(SurfaceUse::plus);
    }

    Usage usage() {
        return new Usage(
                scenario.calendar(),
                scenario.horizonNanos(),
                scenario.pools().stream().map(this::poolUse).toList(),
                scenario.services().stream().map(ServiceSpec::name).toList(),
                merged(PartRun::leases, InstanceLease::untilNanos),
                merged(PartRun::occupancies, Occupancy::untilNanos),
                merged(part -> part.hours().transfers(), Transfer::untilNanos),
                merged(part -> part.hours().busy(), BusyTime::untilNanos),
                merged(part -> part.hours().answered(), RequestCount::untilNanos));
    }

    private <E> Rows<E> merged(Function<PartRun, Rows<E>> rows, ToLongFunction<E> nanos) {
        return Rows.merged(parts.stream().map(rows).toList(), nanos);
    }

    private Comparator<LatencySummary> inOrder() {
        return Comparator.comparingInt(summary -> order.indexOf(new Series(summary.scope(), summary.name())));
    }

    private static List<Series> order(ScenarioSpec scenario) {
        List<Series> order = new ArrayList<>();
        scenario.pipelines().forEach(each -> order.add(new Series(IntervalRow.Scope.PIPELINE, each.name())));
        scenario.services().forEach(each -> order.add(new Series(IntervalRow.Scope.SERVICE, each.name())));
        return order;
    }

    private PoolUse poolUse(PoolSpec pool) {
        String region = scenario.sites().stream()
                .filter(site -> site.name().equals(pool.site()))
                .findFirst()
                .map(SiteSpec::region)
                .orElseThrow(() -> new IllegalArgumentException(
                        "site of pool " + pool.name() + ": got " + pool.site() + ", must be one of the sites"));
        int owned = pool.purchase() == PurchaseOption.OWNED ? pool.most() : 0;
        return new PoolUse(pool.name(), pool.site(), region, pool.type(), pool.purchase(), owned);
    }
}
