package dev.purser.simulator.scaling;

/**
 * A metric with its value and target, as decisions print it. It is put into words only when asked: most decisions
 * change nothing, and nobody reads why.
 */
public sealed interface MetricText {
    /** No metric decided. */
    MetricText NONE = new Plain("");

    /** The words. */
    String text();

    /** Any words. */
    record Plain(String text) implements MetricText {}

    /** The metric alone, such as {@code queue time}. */
    record Name(MetricKind kind) implements MetricText {
        @Override
        public String text() {
            return kind.label();
        }
    }

    /** Such as {@code cpu 83 % of 60 %}. */
    record Percent(MetricKind kind, long value, long target) implements MetricText {
        @Override
        public String text() {
            return kind.label() + " " + value + " % of " + target + " %";
        }
    }

    /** Such as {@code queue time 0.25 of 0.1 s}, or {@code accelerator 66.6 % of 60 %}. */
    record Total(MetricKind kind, long milli, long targetMilli) implements MetricText {
        @Override
        public String text() {
            return kind == MetricKind.ACCELERATOR
                    ? kind.label() + " " + percent(milli) + " of " + percent(targetMilli)
                    : kind.label() + " " + decimal(milli) + " of " + decimal(targetMilli) + " " + kind.unit();
        }
    }

    /** Such as {@code requests 120.5 of 100 requests/s per replica}; a share of time is a mean over replicas anyway. */
    record PerReplica(MetricKind kind, long milli, long targetMilli) implements MetricText {
        @Override
        public String text() {
            String total = new Total(kind, milli, targetMilli).text();
            return kind == MetricKind.ACCELERATOR ? total : total + " per replica";
        }
    }

    /** {@code milli} shared by {@code replicas}, rounded up to a thousandth as Kubernetes reports it. */
    record Shared(MetricKind kind, long milli, int replicas, long targetMilli) implements MetricText {
        @Override
        public String text() {
            return replicas == 0
                    ? new PerReplica(kind, milli, targetMilli).text() + ", of which there are none"
                    : new PerReplica(kind, -Math.floorDiv(-milli, (long) replicas), targetMilli).text();
        }
    }

    /** Thousandths as percent. */
    private static String percent(long milli) {
        return decimal(100 * milli) + " %";
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
