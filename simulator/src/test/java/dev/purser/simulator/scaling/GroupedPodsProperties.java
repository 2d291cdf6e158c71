package dev.purser.simulator.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** An entry of m replicas means what m equal entries mean: to every autoscaler, text included, and to monitoring. */
class GroupedPodsProperties {

    /** One entry: a pod and its sample. */
    record Entry(PodView pod, Optional<MetricSample> sample) {}

    /** Counters of a pod: how fast amount and weight grow, both per second. */
    record Growth(int count, int amount, int weight) {}

    @Property(tries = 2000, seed = "20260401")
    void groupedAndSingleEntriesGiveTheSameDecision(
            @ForAll("cases") AutoscalerSpec spec,
            @ForAll @IntRange(max = 80) int current,
            @ForAll @IntRange(max = 100_000) int totalMilli,
            @ForAll("entries") @Size(max = 6) List<Entry> entries) {
        ScalingView grouped = view(spec, current, totalMilli, entries);
        ScalingView single = view(spec, current, totalMilli, expanded(entries));

        assertEquals(spec.create().decide(single), spec.create().decide(grouped));
        assertEquals(single.statusReplicas(), grouped.statusReplicas());
    }

    /** Amounts and weights are whole numbers here, so that their sums are exact whatever the order of addition. */
    @Property(tries = 500, seed = "20260402")
    void groupedAndSingleEntriesGiveTheSameTotal(
            @ForAll MetricKind kind, @ForAll("growths") @Size(max = 6) List<Growth> growths) {
        List<Growth> single = growths.stream()
                .flatMap(growth ->
                        Collections.nCopies(growth.count, new Growth(1, growth.amount, growth.weight)).stream())
                .toList();

        assertEquals(total(kind, single), total(kind, growths));
    }

    @Provide
    Arbitrary<AutoscalerSpec> cases() {
        return Arbitraries.of(AutoscalerContractProperties.CASES);
    }

    @Provide
    Arbitrary<List<Entry>> entries() {
        Arbitrary<PodView> pods = Combinators.combine(
                        Arbitraries.of(PodView.Phase.values()),
                        Arbitraries.of(0L, Nanos.HOUR - 4 * Nanos.MINUTE, Nanos.HOUR - 20 * Nanos.SECOND),
                        Arbitraries.of(true, false),
                        Arbitraries.of(0L, 10L, 40L, 300L),
                        Arbitraries.integers().between(1, 4000),
                        Arbitraries.integers().between(0, 20))
                .as((phase, start, ready, seconds, milliCores, count) ->
                        new PodView(phase, start, ready, start + seconds * Nanos.SECOND, milliCores, count));
        Arbitrary<Optional<MetricSample>> samples =
                Arbitraries.longs().between(0, 5000).map(ViewBuilder::sample).optional(0.8);
        return Combinators.combine(pods, samples).as(Entry::new).list();
    }

    @Provide
    Arbitrary<List<Growth>> growths() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.of(1, 2, 4, 8))
                .as(Growth::new)
                .list();
    }

    private static List<Entry> expanded(List<Entry> entries) {
        List<Entry> single = new ArrayList<>();
        for (Entry entry : entries) {
            PodView pod = entry.pod;
            PodView one = new PodView(
                    pod.phase(), pod.startNanos(), pod.ready(), pod.readyTransitionNanos(), pod.requestMilliCores());
            single.addAll(Collections.nCopies(pod.count(), new Entry(one, entry.sample)));
        }
        return single;
    }

    private static ScalingView view(AutoscalerSpec spec, int current, long totalMilli, List<Entry> entries) {
        List<Optional<MetricSample>> samples =
                entries.stream().map(Entry::sample).toList();
        List<MetricView> metrics = spec.metrics().stream()
                .map(metric -> new MetricView(metric, samples, OptionalLong.of(totalMilli)))
                .toList();
        List<PodView> pods = entries.stream().map(Entry::pod).toList();
        return new ScalingView(ViewBuilder.NOW, current, pods, metrics, ScalingHistory.NONE.seeded(0, current));
    }

    private static OptionalLong total(MetricKind kind, List<Growth> growths) {
        Simulation simulation = new Simulation();
        FakeTarget target = new FakeTarget(FakePod::new);
        growths.forEach(growth -> target.pods.add(pod(simulation, growth)));
        MetricSpec spec = new MetricSpec(kind, 20 * Nanos.SECOND, 10 * Nanos.SECOND, 0);
        MetricFeed feed = new MetricFeed(simulation, spec, target);
        feed.start();
        simulation.runUntil(41 * Nanos.SECOND);
        return feed.view().totalMilli();
    }

    private static FakePod pod(Simulation simulation, Growth growth) {
        FakePod pod = new FakePod();
        pod.count = growth.count;
        pod.cumulative = kind -> growth.amount * Nanos.toSeconds(simulation.nowNanos());
        pod.weight = kind -> growth.weight * Nanos.toSeconds(simulation.nowNanos());
        return pod;
    }
}
