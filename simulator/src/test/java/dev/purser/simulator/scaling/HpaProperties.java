package dev.purser.simulator.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
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

/** The HPA over whole histories: a service under any load for some minutes, pods starting, missing and failing. */
class HpaProperties {
    private static final long SYNC = HpaTiming.DEFAULT.syncNanos();
    private static final int MIN = 2;
    private static final int MAX = 40;

    /** One sync's worth of circumstances. */
    record Step(int percent, int missing, int pending) {}

    @Property(tries = 200, seed = "20260111")
    void staysWithinMinAndMax(
            @ForAll("behaviours") HpaBehaviour behaviour, @ForAll("steps") @Size(min = 1, max = 40) List<Step> steps) {
        for (int size : sizes(behaviour, steps)) {
            assertTrue(size >= MIN && size <= MAX, () -> "size " + size);
        }
    }

    /** Invariant of the policies: within any period, the size moves by no more than they allow from its start. */
    @Property(tries = 300, seed = "20260112")
    void neverMovesFasterThanItsOnePolicy(
            @ForAll("policies") ScalingPolicy policy, @ForAll("steps") @Size(min = 2, max = 40) List<Step> steps) {
        HpaBehaviour behaviour = new HpaBehaviour(
                Hpas.rules(0, ScalingRules.SelectPolicy.MAX, policy),
                Hpas.rules(0, ScalingRules.SelectPolicy.MAX, policy));
        List<Integer> sizes = sizes(behaviour, steps);
        int span = (int) ((policy.periodNanos() + SYNC - 1) / SYNC);
        for (int i = 1; i < sizes.size(); i++) {
            int start = sizes.get(Math.max(0, i - span));
            int before = sizes.get(i - 1);
            int now = sizes.get(i);
            assertTrue(now <= Math.max(before, policy.highest(start)), () -> "rose too fast: " + sizes);
            assertTrue(now >= Math.min(before, policy.lowest(start)), () -> "shrank too fast: " + sizes);
        }
    }

    /** Invariant of the down window: no size below the least recommendation of the window, the present one included. */
    @Property(tries = 200, seed = "20260113")
    void neverShrinksBelowWhatWasRecommendedWithinTheWindow(
            @ForAll("steps") @Size(min = 2, max = 40) List<Step> steps) {
        Autoscaler hpa = spec(HpaBehaviour.DEFAULT).create();
        ScalingHistory history = ScalingHistory.NONE;
        int current = 10;
        for (int i = 0; i < steps.size(); i++) {
            ScalingView view = view(i * SYNC, current, steps.get(i), history);
            Decision decision = hpa.decide(view);
            history = history.after(i * SYNC, current, decision, 5 * Nanos.MINUTE);
            int greatest = history.recommendations().stream()
                    .mapToInt(ScalingHistory.Recommendation::replicas)
                    .max()
                    .orElseThrow();
            assertTrue(decision.desired() >= Math.min(current, Math.min(MAX, greatest)));
            current = decision.desired();
        }
    }

    @Property(tries = 200, seed = "20260114")
    void atItsTargetItRests(
            @ForAll("behaviours") HpaBehaviour behaviour, @ForAll @IntRange(min = MIN, max = MAX) int size) {
        ScalingView view = view(0, size, new Step(50, 0, 0), ScalingHistory.NONE);

        assertEquals(size, spec(behaviour).create().decide(view).desired());
    }

    /**
     * Pending pods count as idle, so the same total use is spread over more: no more replicas, but for the one that
     * {@code ceil} makes of a product just above its exact value (140 % * 20 = 2.8 * 20 = 56, 112 % * 25 = 2.24 * 25 =
     * 56.00000000000001), in Kubernetes as here.
     */
    @Property(tries = 200, seed = "20260115")
    void pendingPodsNeverMakeItGrowMore(
            @ForAll @IntRange(min = 1, max = 200) int percent,
            @ForAll @IntRange(min = 1, max = 20) int ready,
            @ForAll @IntRange(max = 15) int pending) {
        int current = ready + pending;
        int with = Hpas.free(
                        Hpas.cpu(50),
                        ViewBuilder.of(current).ready(ready, percent * 10L).pending(pending))
                .desired();
        int without = Hpas.free(Hpas.cpu(50), ViewBuilder.of(current).ready(ready, percent * 10L))
                .desired();

        assertTrue(with <= Math.max(current, without + 1));
    }

    /** Pods without a sample may weaken a change, never strengthen it: all sampled at the same use moves at least as far. */
    @Property(tries = 500, seed = "20260116")
    void missingPodsOnlyDampen(
            @ForAll @IntRange(max = 200) int percent,
            @ForAll @IntRange(min = 1, max = 20) int sampled,
            @ForAll @IntRange(max = 15) int missing) {
        int current = sampled + missing;
        long milli = percent * 10L;
        int damped = Hpas.free(
                        Hpas.cpu(50),
                        ViewBuilder.of(current).ready(sampled, milli).missing(missing))
                .desired();
        int full = Hpas.free(Hpas.cpu(50), ViewBuilder.of(current).ready(current, milli))
                .desired();

        assertTrue(Math.abs(damped - current) <= Math.abs(full - current));
        assertTrue(Integer.signum(damped - current) * Integer.signum(full - current) >= 0);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3))
                .as(Step::new)
                .list();
    }

    @Provide
    Arbitrary<ScalingPolicy> policies() {
        Arbitrary<Integer> periods = Arbitraries.of(15, 20, 30, 60, 120);
        return Combinators.combine(
                        Arbitraries.of(ScalingPolicy.Type.class),
                        Arbitraries.integers().between(1, 100),
                        periods)
                .as((type, value, seconds) -> new ScalingPolicy(type, value, seconds * Nanos.SECOND));
    }

    @Provide
    Arbitrary<HpaBehaviour> behaviours() {
        Arbitrary<ScalingRules> rules = Combinators.combine(
                        Arbitraries.of(0, 15, 60, 300),
                        Arbitraries.of(ScalingRules.SelectPolicy.class),
                        policies().list().ofMinSize(1).ofMaxSize(3))
                .as((window, select, policies) ->
                        new ScalingRules(window * Nanos.SECOND, select, policies, ScalingRules.DEFAULT_TOLERANCE));
        return Combinators.combine(rules, rules).as(HpaBehaviour::new);
    }

    private static HpaSpec spec(HpaBehaviour behaviour) {
        return new HpaSpec(MIN, MAX, MIN, List.of(Hpas.cpu(50)), behaviour, HpaTiming.DEFAULT);
    }

    /** The size before the first sync and after each. */
    private static List<Integer> sizes(HpaBehaviour behaviour, List<Step> steps) {
        HpaSpec spec = spec(behaviour);
        Autoscaler hpa = spec.create();
        ScalingHistory history = ScalingHistory.NONE;
        List<Integer> sizes = new ArrayList<>(List.of(10));
        for (int i = 0; i < steps.size(); i++) {
            int current = sizes.get(i);
            Decision decision = hpa.decide(view(i * SYNC, current, steps.get(i), history));
            history = history.after(i * SYNC, current, decision, spec.historyNanos());
            sizes.add(decision.desired());
        }
        return sizes;
    }

    private static ScalingView view(long now, int current, Step step, ScalingHistory history) {
        List<PodView> pods = new ArrayList<>();
        List<Optional<MetricSample>> samples = new ArrayList<>();
        for (int i = 0; i < current; i++) {
            boolean pending = i < step.pending;
            boolean missing = !pending && i < step.pending + step.missing;
            pods.add(new PodView(
                    pending ? PodView.Phase.PENDING : PodView.Phase.RUNNING, -Nanos.HOUR, true, -Nanos.HOUR, 1000));
            samples.add(
                    pending || missing
                            ? Optional.empty()
                            : Optional.of(new MetricSample(step.percent * 10L, now, 30 * Nanos.SECOND)));
        }
        MetricView metric = new MetricView(ViewBuilder.metric(MetricKind.CPU), samples, OptionalLong.empty());
        return new ScalingView(now, current, pods, List.of(metric), history);
    }
}
