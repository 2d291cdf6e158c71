package dev.purser.simulator.scaling;

import java.util.OptionalInt;

/**
 * The Kubernetes horizontal pod autoscaler, version 2, as release 1.33 computes it
 * ({@code pkg/controller/podautoscaler/horizontal.go} and {@code replica_calculator.go}).
 *
 * <pre>
 * proposal per metric = ceil(metric / target * pods counted), or the current size within the tolerance
 * recommendation      = the largest proposal; no change if a metric errs and the rest would shrink
 * desired             = recommendation -> stabilisation windows -> rate limits -> min..max
 * </pre>
 *
 * A size outside min..max is set to the nearer bound before any metric is asked, and 0 replicas are left alone unless
 * the minimum is 0. A decision on a history without recommendations is a first sync: the current size then counts as
 * recommended just now ({@link ScalingHistory#seeded}).
 *
 * <p>Deviations: a manifest without {@code behavior} gets the documented default policies, where the controller takes an
 * older path that allows max(2 * current, 4) replicas per sync; container and memory metrics are not known.
 */
final class HpaAutoscaler implements Autoscaler {
    private final HpaSpec spec;
    private final ReplicaCalculator calculator;
    private final Stabilisation stabilisation;
    private final RateLimits limits;

    HpaAutoscaler(HpaSpec spec) {
        this.spec = spec;
        this.calculator = new ReplicaCalculator(spec.behaviour(), spec.timing());
        this.stabilisation = new Stabilisation(spec.behaviour());
        this.limits = new RateLimits(spec.behaviour(), spec.minReplicas(), spec.maxReplicas());
    }

    @Override
    public Decision decide(ScalingView view) {
        int current = view.currentReplicas();
        if (current == 0 && spec.minReplicas() != 0) {
            return Decision.withoutRecommendation(0, "", "switched off at 0 replicas");
        }
        if (current > spec.maxReplicas()) {
            return Decision.withoutRecommendation(spec.maxReplicas(), "", "maximum " + spec.maxReplicas());
        }
        if (current < spec.minReplicas()) {
            return Decision.withoutRecommendation(spec.minReplicas(), "", "minimum " + spec.minReplicas());
        }
        return fromMetrics(view);
    }

    private Decision fromMetrics(ScalingView view) {
        Proposal proposal = recommend(view);
        if (proposal.isError()) {
            return new Decision(view.currentReplicas(), OptionalInt.empty(), proposal.metric(), proposal.rule());
        }
        int wanted = Math.max(0, proposal.replicas());
        ScalingHistory history = view.history().seeded(view.nowNanos(), view.currentReplicas());
        Bound stable = stabilisation.apply(view, history, new Bound(wanted, proposal.rule()));
        Bound bound = limits.apply(view, stable);
        return new Decision(bound.replicas(), OptionalInt.of(wanted), proposal.metric(), bound.rule());
    }

    /** computeReplicasForMetrics: the largest proposal, or the first error where there is no other or it would shrink. */
    private Proposal recommend(ScalingView view) {
        Proposal largest = null;
        Proposal error = null;
        for (int i = 0; i < spec.targets().size(); i++) {
            Proposal proposal = spec.targets()
                    .get(i)
                    .propose(calculator, view, view.metrics().get(i));
            if (proposal.isError()) {
                error = error == null ? proposal : error;
            } else if (largest == null || proposal.replicas() > largest.replicas()) {
                largest = proposal;
            }
        }
        boolean shrinks = largest != null && largest.replicas() < view.currentReplicas();
        return largest == null || error != null && shrinks ? error : largest;
    }
}
