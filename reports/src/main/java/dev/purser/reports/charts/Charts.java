package dev.purser.reports.charts;

import java.util.List;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.function.Supplier;

/** The charts that ship, in the order of the report. Adding one takes a class, a line here and a place in a section. */
public enum Charts {
    COST_BY_MONTH(CostByMonthChart::new),
    COST_OVER_TIME(CostOverTimeChart::new),
    LATENCY(LatencyChart::new),
    REPLICAS(ReplicasChart::new),
    UTILISATION(UtilisationChart::new),
    COST_BY_ITEM(CostByItemChart::new);

    private final Supplier<Chart> constructor;

    Charts(Supplier<Chart> constructor) {
        this.constructor = constructor;
    }

    /** A new chart of this kind. */
    public Chart create() {
        return constructor.get();
    }

    /** Charts that others provide, by name. */
    public static List<Chart> provided() {
        return ServiceLoader.load(Chart.class).stream()
                .map(Provider::get)
                .sorted(java.util.Comparator.comparing(Chart::name))
                .toList();
    }
}
