package dev.purser.simulator.scaling;

/** A metric with its value and target, as decisions print it. */
final class MetricText {
    private MetricText() {}

    /** Such as {@code queue time}. */
    static String name(MetricView seen) {
        return seen.spec().kind().label();
    }

    /** Such as {@code cpu 83 % of 60 %} or {@code requests 120.5 of 100 requests/s per replica}. */
    static String perPod(MetricView seen, PodTarget target, PodUsage usage) {
        long value = target.value(usage);
        return target instanceof PodTarget.Utilisation
                ? name(seen) + " " + value + " % of " + target.target() + " %"
                : total(seen, value, target.target()) + " per replica";
    }

    /** Such as {@code queue time 0.25 of 0.1 s}. */
    static String total(MetricView seen, long milli, long targetMilli) {
        String unit = seen.spec().kind().unit();
        return name(seen) + " " + decimal(milli) + " of " + decimal(targetMilli) + " " + unit;
    }

    /** {@code milli} shared by {@code replicas}, rounded up to a thousandth as Kubernetes reports it. */
    static String average(MetricView seen, long milli, int replicas, long targetMilli) {
        return replicas == 0
                ? total(seen, milli, targetMilli) + " per replica, of which there are none"
                : total(seen, -Math.floorDiv(-milli, (long) replicas), targetMilli) + " per replica";
    }

    private static String decimal(long milli) {
        if (milli % 1000 == 0) {
            return Long.toString(milli / 1000);
        }
        String digits =
                String.valueOf(1000 + Math.abs(milli % 1000)).substring(1).replaceFirst("0+$", "");
        return (milli < 0 ? "-" : "") + Math.abs(milli / 1000) + "." + digits;
    }
}
