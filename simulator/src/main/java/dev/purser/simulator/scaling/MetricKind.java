package dev.purser.simulator.scaling;

/** What an autoscaler can look at. Values travel as integers in thousandths of the unit named here. */
public enum MetricKind {
    /** Cores in use, per replica. */
    CPU("cores"),
    /** Share of the time the accelerator was busy, per replica. */
    ACCELERATOR("share of time busy"),
    /** Attempts that arrived, per second and replica. */
    REQUESTS("requests/s"),
    /** Attempts waiting or being served, mean over the window, per replica. */
    CONCURRENCY("requests in flight"),
    /** Time from an attempt's arrival to the start of its batch, mean over the attempts started in the window. */
    QUEUE_TIME("s");

    private final String unit;

    MetricKind(String unit) {
        this.unit = unit;
    }

    /** The unit whose thousandths samples count. */
    public String unit() {
        return unit;
    }
}
