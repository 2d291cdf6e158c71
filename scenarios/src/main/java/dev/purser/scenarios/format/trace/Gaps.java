package dev.purser.scenarios.format.trace;

/** What stands in for samples that a trace lacks. */
public enum Gaps {
    /** Nothing: they are problems. */
    REFUSE {
        @Override
        double fill(double before, double after, double share) {
            return Double.NaN;
        }
    },
    /** No arrivals. */
    ZERO {
        @Override
        double fill(double before, double after, double share) {
            return 0;
        }
    },
    /** A straight line between the samples around the gap. */
    INTERPOLATE {
        @Override
        double fill(double before, double after, double share) {
            return before + share * (after - before);
        }
    },
    /** The last sample before the gap. */
    REPEAT {
        @Override
        double fill(double before, double after, double share) {
            return before;
        }
    };

    /** The count at {@code share} of the way from {@code before} to {@code after}; NaN: none. */
    abstract double fill(double before, double after, double share);
}
