package dev.purser.reports.charts;

import dev.purser.reports.text.Moments;
import dev.purser.reports.text.Numbers;
import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.DefaultXYDataset;

/** Share of the ready replicas' time in which a batch ran, one line per service. */
public final class UtilisationChart implements Chart {
    private static final int MOST_LINES = 6;

    @Override
    public String name() {
        return "utilisation";
    }

    @Override
    public Figure draw(RunResult run) {
        List<String> services = Busy.names(run, Scope.SERVICE);
        List<String> shown = Busy.first(services, MOST_LINES);
        Panels panels = new Panels(run);
        panels.add(plot(run, shown), 1);
        return new Figure(
                name(),
                "Utilisation of each service's replicas",
                altText(run, shown),
                caption(run) + Busy.note(services, MOST_LINES, "services"),
                Style.WIDTH,
                195,
                panels.chart(legend(shown)));
    }

    private static XYPlot plot(RunResult run, List<String> services) {
        TimeScale time = TimeScale.of(run.scenario());
        DefaultXYDataset data = new DefaultXYDataset();
        LineRenderer renderer = new LineRenderer(data);
        for (String service : services) {
            Sampled sampled = Sampled.of(run, Scope.SERVICE, service);
            int series = data.getSeriesCount();
            renderer.with(series, Style.line(series, 1.3f), Style.lineColor(series));
            Lines.add(data, service, time, sampled, percent(sampled));
        }
        return Lines.plot(data, renderer, Style.numbers("Utilisation (%)", 104, false));
    }

    private static double[] percent(Sampled sampled) {
        return sampled.mean(row -> 100 * row.utilisation());
    }

    private static List<LegendItem> legend(List<String> services) {
        List<LegendItem> items = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            items.add(Style.lineItem(Style.brief(services.get(i)), Style.line(i, 1.3f), Style.lineColor(i)));
        }
        return items;
    }

    private static String caption(RunResult run) {
        long step = Sampled.step(run.scenario().intervalNanos(), run.scenario().horizonNanos());
        return "Share of the ready replicas' time in which a batch ran, mean over " + Moments.length(step) + ".";
    }

    private static String altText(RunResult run, List<String> services) {
        StringBuilder text = new StringBuilder("Lines of utilisation over time.");
        for (String service : services) {
            double highest =
                    Lines.highest(Sampled.of(run, Scope.SERVICE, service).largest(IntervalRow::utilisation));
            text.append(" ")
                    .append(service)
                    .append(" reaches ")
                    .append(Numbers.percent(highest))
                    .append(".");
        }
        return text.toString();
    }
}
