package dev.purser.simulator.experiment.fidelity;

import java.util.OptionalDouble;

/**
 * What is compared, and how far the two levels may lie apart.
 *
 * @param kind which figure
 * @param subject the pipeline or service it belongs to; empty for the whole scenario
 */
public record Measure(Kind kind, String subject) {

    /** The figures. A relative bound is a fraction of request level's mean; another is a difference of shares. */
    public enum Kind {
        /** Effective cost per hour of what usage causes, warm-up included. */
        COST("cost per hour", true, OptionalDouble.of(0.005)),
        /** Mean ready replicas of a service, warm-up included. */
        REPLICAS("ready replicas", true, OptionalDouble.empty()),
        P50("p50", true, OptionalDouble.of(0.03)),
        P95("p95", true, OptionalDouble.of(0.03)),
        P99("p99", true, OptionalDouble.of(0.03)),
        P999("p99.9", true, OptionalDouble.empty()),
        /** Share of the ended requests that were refused. */
        REJECTED("rejected", false, OptionalDouble.of(0.001)),
        /** Share of the ended requests that were not answered in time. */
        TIMED_OUT("timed out", false, OptionalDouble.of(0.001)),
        /** Share of the ended requests that were answered by a fallback. */
        FALLBACK("by fallback", false, OptionalDouble.of(0.001));

        private final String label;
        private final boolean relative;
        private final OptionalDouble bound;

        Kind(String label, boolean relative, OptionalDouble bound) {
            this.label = label;
            this.relative = relative;
            this.bound = bound;
        }

        /** Its name in tables. */
        public String label() {
            return label;
        }

        /** Whether differences are fractions of request level's mean; else they are differences of shares. */
        public boolean relative() {
            return relative;
        }

        /** Whether it is a latency in nanoseconds. */
        public boolean latency() {
            return this == P50 || this == P95 || this == P99 || this == P999;
        }

        /** Whether it is left out where no request of either level ended so. */
        boolean onlyWhereSeen() {
            return this == TIMED_OUT || this == FALLBACK;
        }

        /** How large the difference may be; empty: it is shown only. */
        public OptionalDouble bound() {
            return bound;
        }
    }
}
