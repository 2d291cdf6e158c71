package dev.purser.benchmarks;

import java.util.Locale;

/**
 * One measured run.
 *
 * @param level how it was run
 * @param axis what was varied
 * @param factor how much of it, as a multiple of the base
 * @param scenario what was run
 * @param requests user requests that were simulated
 * @param seconds processor time
 */
record GrowthPoint(
        GrowthLevel level, GrowthAxis axis, double factor, GrowthScenario scenario, long requests, double seconds) {
    static final String HEADER = "level,varied,factor,horizon_min,rate_per_s,replicas,services,requests,cpu_s\n";

    /** The row of the table. */
    String row() {
        return String.format(
                        Locale.ROOT,
                        "\"%s\",%s,%s,%s,%s,%d,%d,%d,%.4f%n",
                        level.label(),
                        axis.label(),
                        factor,
                        scenario.minutes(),
                        scenario.perSecond(),
                        scenario.replicas(),
                        scenario.services(),
                        requests,
                        seconds)
                .replace(System.lineSeparator(), "\n");
    }
}
