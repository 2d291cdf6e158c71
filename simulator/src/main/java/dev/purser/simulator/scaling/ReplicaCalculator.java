package dev.purser.simulator.scaling;

/**
 * The replica count one metric asks for, as Kubernetes 1.33 computes it in
 * {@code pkg/controller/podautoscaler/replica_calculator.go}: sums and means in integers (thousandths), ratios in
 * doubles, {@code replicas = ceil(ratio * pods counted)}.
 *
 * <p>Deviation: a replica on its way out never counts as ready, where Kubernetes still counts it for a {@code Value}
 * target until its containers stop passing their readiness probe.
 *
 * @param behaviour gives the tolerance
 * @param timing when a pod that has just started counts
 */
record ReplicaCalculator(HpaBehaviour behaviour, HpaTiming timing) {
    private static final String METRIC = "metric";
    private static final String MISSING = "missing metric";
    private static final String TOLERANCE = "within tolerance";
    private static final String FLIP = "direction would flip";

    /** GetResourceReplicas and calcPlainMetricReplicas: from the metric of each pod. */
    Proposal perPod(ScalingView view, MetricView seen, PodTarget target) {
        PodGroups groups = PodGroups.of(view, seen, target, timing);
        if (groups.counted().pods() == 0) {
            return Proposal.error(new MetricText.Name(seen.spec().kind()), MISSING);
        }
        double ratio = target.ratio(groups.counted());
        MetricText text = target.text(seen.spec().kind(), groups.counted());
        boolean growsWithUnready = groups.unready().pods() > 0 && ratio > 1;
        return growsWithUnready || groups.missing().pods() > 0
                ? careful(view, groups, target, text)
                : direct(view.currentReplicas(), ratio, groups.counted().pods(), text);
    }

    private Proposal direct(int current, double ratio, int ready, MetricText text) {
        return behaviour.withinTolerance(ratio)
                ? Proposal.of(current, text, TOLERANCE)
                : Proposal.of(ceil(ratio * ready), text, METRIC);
    }

    /** Pods without a usable sample are taken to speak against the change, and must not turn it round. */
    private Proposal careful(ScalingView view, PodGroups groups, PodTarget target, MetricText text) {
        double ratio = target.ratio(groups.counted());
        PodUsage all = withoutSample(groups, target, ratio);
        double newRatio = target.ratio(all);
        int current = view.currentReplicas();
        int replicas = ceil(newRatio * all.pods());
        if (behaviour.withinTolerance(newRatio)) {
            return Proposal.of(current, text, TOLERANCE);
        }
        boolean flips = ratio < 1 && newRatio > 1 || ratio > 1 && newRatio < 1;
        boolean contradicts = newRatio < 1 && replicas > current || newRatio > 1 && replicas < current;
        return flips || contradicts ? Proposal.of(current, text, FLIP) : Proposal.of(replicas, text, METRIC);
    }

    private static PodUsage withoutSample(PodGroups groups, PodTarget target, double ratio) {
        PodUsage all = groups.counted();
        if (ratio < 1) {
            all = all.plus(groups.missing()).plus(new PodUsage(groups.missingFallbackMilli(), 0, 0));
        } else if (target.missingCountAsIdle(ratio)) {
            all = all.plus(groups.missing());
        }
        return ratio > 1 ? all.plus(groups.unready()) : all;
    }

    /** GetObjectMetricReplicas and GetExternalMetricReplicas. */
    Proposal totalValue(ScalingView view, MetricView seen, long targetMilli) {
        if (seen.totalMilli().isEmpty()) {
            return Proposal.error(new MetricText.Name(seen.spec().kind()), MISSING);
        }
        long total = seen.totalMilli().getAsLong();
        double ratio = (double) total / targetMilli;
        MetricText text = new MetricText.Total(seen.spec().kind(), total, targetMilli);
        return view.currentReplicas() == 0 ? Proposal.of(ceil(ratio), text, METRIC) : fromReady(view, ratio, text);
    }

    private Proposal fromReady(ScalingView view, double ratio, MetricText text) {
        boolean blind = isWithoutReplicas(view) && !behaviour.withinTolerance(ratio);
        return blind
                ? Proposal.error(text, "no replica to count")
                : direct(view.currentReplicas(), ratio, ready(view), text);
    }

    private static boolean isWithoutReplicas(ScalingView view) {
        for (PodView pod : view.pods()) {
            if (pod.count() > 0) {
                return false;
            }
        }
        return true;
    }

    private static int ready(ScalingView view) {
        int ready = 0;
        for (PodView pod : view.pods()) {
            ready += pod.phase() == PodView.Phase.RUNNING && pod.ready() ? pod.count() : 0;
        }
        return ready;
    }

    /** GetObjectPerPodMetricReplicas and GetExternalPerPodMetricReplicas. */
    Proposal totalAverageValue(ScalingView view, MetricView seen, long targetMilli) {
        if (seen.totalMilli().isEmpty()) {
            return Proposal.error(new MetricText.Name(seen.spec().kind()), MISSING);
        }
        long total = seen.totalMilli().getAsLong();
        int status = view.statusReplicas();
        double ratio = total / ((double) targetMilli * status);
        MetricText text = new MetricText.Shared(seen.spec().kind(), total, status, targetMilli);
        return behaviour.withinTolerance(ratio)
                ? Proposal.of(status, text, TOLERANCE)
                : Proposal.of(ceil((double) total / targetMilli), text, METRIC);
    }

    private static int ceil(double replicas) {
        return (int) Math.ceil(replicas);
    }
}
