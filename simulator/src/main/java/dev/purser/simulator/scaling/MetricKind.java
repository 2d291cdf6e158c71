package dev.purser.simulator.scaling;

import dev.purser.simulator.units.Nanos;
import java.util.Locale;

/** What an autoscaler can look at. Values travel as integers in thousandths of the unit named here. */
public enum MetricKind {
    /** Cores in use, per replica. */
    CPU("cores", 1),
    /** Share of the time the accelerator was busy, per replica. */
    ACCELERATOR("share of time busy", 1),
    /** Attempts that arrived, per second and replica. */
    REQUESTS("requests/s", Nanos.SECOND),
    /** Attempts waiting or being served, mean over the window, per replica. */
    CONCURRENCY("requests in flight", 1),
    /** Time from an attempt's arrival to the start of its batch, mean over the attempts started in the window. */
    QUEUE_TIME("s", 1.0 / Nanos.SECOND);

    private final String unit;
    private final double perUnit;
    private final String label;

    MetricKind(String unit, double perUnit) {
        this.unit = unit;
        this.perUnit = perUnit;
        this.label = name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Its name in texts, such as {@code queue time}. */
    public String label() {
        return label;
    }

    /** The unit whose thousandths samples count. */
    public String unit() {
        return unit;
    }

    /** What a pod's cumulative count over its weight is multiplied by to come out in that unit. */
    double perUnit() {
        return perUnit;
    }
}
