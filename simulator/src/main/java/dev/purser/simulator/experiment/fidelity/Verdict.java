package dev.purser.simulator.experiment.fidelity;

/** What a row shows. */
public enum Verdict {
    /** The whole interval of the difference lies inside the bound. */
    WITHIN("within"),
    /** The interval reaches over the bound's edge: more seeds or longer windows may tell. */
    NOT_SHOWN("not shown"),
    /** The whole interval lies outside the bound. */
    MISSED("missed"),
    /** The measure has no bound. */
    UNBOUNDED("-");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** Its name in tables. */
    public String label() {
        return label;
    }

    /** What the interval {@code difference} +- {@code halfWidth} shows of a bound on both sides. */
    static Verdict of(double difference, double halfWidth, double bound) {
        if (Math.abs(difference) + halfWidth <= bound) {
            return WITHIN;
        }
        return Math.abs(difference) - halfWidth > bound ? MISSED : NOT_SHOWN;
    }
}
