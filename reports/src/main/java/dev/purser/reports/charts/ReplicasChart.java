package dev.purser.reports.charts;

import dev.purser.reports.text.Moments;
import dev.purser.reports.text.Numbers;
import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.units.Nanos;
import java.awt.BasicStroke;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** Replicas wanted and ready of each service over the load they carry. */
public final class ReplicasChart implements Chart {
    private static final int MOST_PANELS = 6;
    private static final BasicStroke READY = Style.line(0, 1.6f);
    private static final BasicStroke WANTED = Style.line(2, 1.3f);

    @Override
    public String name() {
        return "replicas";
    }

    @Override
    public Figure draw(RunResult run) {
        List<String> services = Busy.names(run, Scope.SERVICE);
        List<String> shown = Busy.first(services, MOST_PANELS);
        Panels panels = new Panels(run);
        shown.forEach(service -> panels.add(plot(run, service), 1));
        return new Figure(
                name(),
                "Replicas and load of each service",
                altText(run, shown),
                caption(run) + Busy.note(services, MOST_PANELS, "services"),
                Style.WIDTH,
                75 + Math.max(1, shown.size()) * (shown.size() <= 2 ? 136 : 105),
                panels.chart(legend()));
    }

    private static XYPlot plot(RunResult run, String service) {
        TimeScale time = TimeScale.of(run.scenario());
        Sampled sampled = Sampled.of(run, Scope.SERVICE, service);
        double[] ready = sampled.smallest(IntervalRow::readyReplicas);
        double[] wanted = sampled.largest(IntervalRow::wantedReplicas);
        DefaultXYDataset data = new DefaultXYDataset();
        Lines.addSteps(data, "ready", time, sampled, ready);
        Lines.addSteps(data, "wanted", time, sampled, wanted);
        LineRenderer renderer =
                new LineRenderer(data).with(0, READY, Style.lineColor(0)).with(1, WANTED, Style.lineColor(1));
        double highest = Math.max(Lines.highest(ready), Lines.highest(wanted));
        XYPlot plot = Lines.plot(data, renderer, Style.numbers("Replicas (count)", 1.3 * highest, true));
        addLoad(plot, time, sampled);
        Panels.name(plot, service);
        return plot;
    }

    private static void addLoad(XYPlot plot, TimeScale time, Sampled sampled) {
        double[] load = sampled.mean(ReplicasChart::perSecond);
        DefaultXYDataset data = new DefaultXYDataset();
        Lines.addSteps(data, "load", time, sampled, load);
        XYAreaRenderer area = new XYAreaRenderer(XYAreaRenderer.AREA);
        area.setSeriesPaint(0, Palette.LOAD.color());
        area.setOutline(false);
        NumberAxis axis = Style.numbers("Load (attempts/s)", 1.3 * Lines.highest(load), false);
        plot.setRangeAxis(1, axis);
        plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
        plot.setDataset(1, data);
        plot.setRenderer(1, area);
        plot.mapDatasetToRangeAxis(1, 1);
    }

    private static double perSecond(IntervalRow row) {
        return row.attempts() / Nanos.toSeconds(row.lengthNanos());
    }

    private static List<LegendItem> legend() {
        return List.of(
                Style.lineItem("replicas ready", READY, Style.lineColor(0)),
                Style.lineItem("replicas wanted", WANTED, Style.lineColor(1)),
                Style.fillItem("load (right axis)", Palette.LOAD.color()));
    }

    private static String caption(RunResult run) {
        long interval = run.scenario().intervalNanos();
        long step = Sampled.step(interval, run.scenario().horizonNanos());
        return step == interval
                ? "Mean over each interval of " + Moments.length(step) + "."
                : "Of the interval means within " + Moments.length(step)
                        + " the largest of the replicas wanted and the smallest of those ready; load: the mean over it.";
    }

    private static String altText(RunResult run, List<String> services) {
        StringBuilder text = new StringBuilder("Stairs of the replicas wanted and ready above the shape of the load.");
        for (String service : services) {
            Sampled sampled = Sampled.of(run, Scope.SERVICE, service);
            double fewest = Arrays.stream(sampled.smallest(IntervalRow::readyReplicas))
                    .filter(Double::isFinite)
                    .min()
                    .orElse(0);
            double most = Lines.highest(sampled.largest(IntervalRow::readyReplicas));
            text.append(" ")
                    .append(service)
                    .append(" has between ")
                    .append(Numbers.significant(fewest, 3))
                    .append(" and ")
                    .append(Numbers.significant(most, 3))
                    .append(" ready replicas.");
        }
        return text.toString();
    }
}
