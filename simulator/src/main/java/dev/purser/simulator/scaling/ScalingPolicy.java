package dev.purser.simulator.scaling;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;

/**
 * How much a replica count may change in a period: {@code behavior.scaleUp.policies[]} of {@code autoscaling/v2}.
 *
 * @param type what {@code value} counts
 * @param value pods, or percent of the replicas at the start of the period
 * @param periodNanos length of the period that ends now; at most {@value #LONGEST_PERIOD_SECONDS} s, as in Kubernetes
 */
public record ScalingPolicy(Type type, int value, long periodNanos) {
    static final long LONGEST_PERIOD_SECONDS = 1800;

    public ScalingPolicy {
        Check.positive(value, "value of a scaling policy");
        Check.positive(periodNanos, "period of a scaling policy");
        Check.that(
                periodNanos <= LONGEST_PERIOD_SECONDS * Nanos.SECOND,
                "period of a scaling policy (s)",
                Nanos.toSeconds(periodNanos),
                "must be at most " + LONGEST_PERIOD_SECONDS);
    }

    /** Most replicas there may be now, given how many there were when the period started. */
    int highest(int startReplicas) {
        return type.highest(startReplicas, value);
    }

    /** Fewest replicas there may be now, given how many there were when the period started. */
    int lowest(int startReplicas) {
        return type.lowest(startReplicas, value);
    }

    /** Such as {@code 4 Pods per 15 s}. */
    String describe() {
        return value + type.unit + " per " + Seconds.of(periodNanos);
    }

    /** What a policy counts. */
    public enum Type {
        /** Replicas. */
        PODS(" Pods") {
            @Override
            int highest(int start, int value) {
                return (int) Math.min(Integer.MAX_VALUE, (long) start + value);
            }

            @Override
            int lowest(int start, int value) {
                return start - value;
            }
        },
        /** Percent of the replicas at the start of the period: rounded up on growth, towards zero on shrinking. */
        PERCENT(" %") {
            @Override
            int highest(int start, int value) {
                return (int) Math.ceil(start * (1 + value / 100.0));
            }

            @Override
            int lowest(int start, int value) {
                return (int) (start * (1 - value / 100.0));
            }
        };

        private final String unit;

        Type(String unit) {
            this.unit = unit;
        }

        abstract int highest(int start, int value);

        abstract int lowest(int start, int value);
    }
}
