package dev.purser.reports.charts;

import dev.purser.reports.text.Moments;
import dev.purser.reports.text.Numbers;
import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.serving.LatencyObjective;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.PipelineSpec;
import java.awt.BasicStroke;
import java.awt.Polygon;
import java.awt.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultXYDataset;

/** Latency quantiles of each pipeline over time against its objective; intervals whose p99 is missed are marked. */
public final class LatencyChart implements Chart {
    private static final int MOST_PANELS = 4;

    /** Above this ratio between the largest and the smallest value a linear axis hides the small ones. */
    private static final double LINEAR_RANGE = 40;

    private static final BasicStroke OBJECTIVE_STROKE =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4, new float[] {12, 4}, 0);
    private static final Shape MISSED = new Polygon(new int[] {-4, 4, 0}, new int[] {-3, -3, 4}, 3);

    private record Quantile(String label, Function<IntervalRow, LatencyQuantile> of) {
        double millis(IntervalRow row) {
            LatencyQuantile found = of.apply(row);
            if (found.equals(LatencyQuantile.MISSED)) {
                return Double.POSITIVE_INFINITY;
            }
            return found.isNumber() ? found.nanos() / 1e6 : Double.NaN;
        }
    }

    private static final List<Quantile> QUANTILES = List.of(
            new Quantile("p99", IntervalRow::p99),
            new Quantile("p95", IntervalRow::p95),
            new Quantile("p50", IntervalRow::p50));

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public Figure draw(RunResult run) {
        List<String> pipelines = Busy.names(run, Scope.PIPELINE);
        List<String> shown = Busy.first(pipelines, MOST_PANELS);
        LatencyRange range = range(run, shown);
        Panels panels = new Panels(run);
        shown.forEach(pipeline -> panels.add(plot(run, pipeline, range), 1));
        return new Figure(
                name(),
                "Latency quantiles of each pipeline",
                altText(run, shown),
                caption(run, range) + Busy.note(pipelines, MOST_PANELS, "pipelines"),
                Style.WIDTH,
                75 + Math.max(1, shown.size()) * (shown.size() <= 2 ? 165 : 130),
                panels.chart(legend()));
    }

    private static LatencyRange range(RunResult run, List<String> pipelines) {
        List<Double> values = new ArrayList<>();
        for (String pipeline : pipelines) {
            Sampled sampled = Sampled.of(run, Scope.PIPELINE, pipeline);
            for (Quantile quantile : QUANTILES) {
                for (double value : sampled.largest(quantile::millis)) {
                    values.add(value);
                }
            }
            objective(run, pipeline).ifPresent(objective -> values.add(objective.nanos() / 1e6));
        }
        return LatencyRange.of(values, LINEAR_RANGE);
    }

    private static Optional<LatencyObjective> objective(RunResult run, String pipeline) {
        return run.scenario().pipelines().stream()
                .filter(spec -> spec.name().equals(pipeline))
                .findFirst()
                .flatMap(PipelineSpec::objective);
    }

    private static XYPlot plot(RunResult run, String pipeline, LatencyRange range) {
        TimeScale time = TimeScale.of(run.scenario());
        Sampled sampled = Sampled.of(run, Scope.PIPELINE, pipeline);
        DefaultXYDataset data = new DefaultXYDataset();
        LineRenderer renderer = new LineRenderer(data);
        for (Quantile quantile : QUANTILES) {
            int series = data.getSeriesCount();
            renderer.with(series, Style.line(series, series == 0 ? 1.6f : 1.2f), Style.lineColor(series));
            Lines.add(data, quantile.label(), time, sampled, sampled.largest(quantile::millis));
        }
        XYPlot plot = Lines.plot(data, renderer, range.axis("Latency (ms)"));
        addMissed(plot, time, sampled, range.nearTop());
        objective(run, pipeline).ifPresent(objective -> plot.addRangeMarker(line(objective), Layer.FOREGROUND));
        Panels.name(
                plot,
                pipeline + objective(run, pipeline).map(LatencyChart::promise).orElse(""));
        return plot;
    }

    private static void addMissed(XYPlot plot, TimeScale time, Sampled sampled, double height) {
        double[] worst = sampled.largest(QUANTILES.get(0)::millis);
        double[] marks = new double[worst.length];
        for (int i = 0; i < worst.length; i++) {
            marks[i] = worst[i] == Double.POSITIVE_INFINITY ? height : Double.NaN;
        }
        DefaultXYDataset data = new DefaultXYDataset();
        Lines.add(data, "missed", time, sampled, marks);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, MISSED);
        renderer.setSeriesPaint(0, Palette.ALERT.color());
        plot.setDataset(1, data);
        plot.setRenderer(1, renderer);
    }

    private static ValueMarker line(LatencyObjective objective) {
        ValueMarker marker = new ValueMarker(objective.nanos() / 1e6, Palette.ALERT.color(), OBJECTIVE_STROKE);
        marker.setAlpha(1);
        return marker;
    }

    private static String promise(LatencyObjective objective) {
        BigDecimal percent = BigDecimal.valueOf(objective.quantile()).movePointRight(2);
        return ", objective: p" + percent.stripTrailingZeros().toPlainString() + " within "
                + Numbers.stated(objective.nanos());
    }

    private static List<LegendItem> legend() {
        List<LegendItem> items = new ArrayList<>();
        for (int i = 0; i < QUANTILES.size(); i++) {
            items.add(
                    Style.lineItem(QUANTILES.get(i).label(), Style.line(i, i == 0 ? 1.6f : 1.2f), Style.lineColor(i)));
        }
        items.add(Style.lineItem("objective", OBJECTIVE_STROKE, Palette.ALERT.color()));
        items.add(Style.shapeItem("p99 missed", MISSED, Palette.ALERT.color()));
        return items;
    }

    private static String caption(RunResult run, LatencyRange range) {
        long interval = run.scenario().intervalNanos();
        long step = Sampled.step(interval, run.scenario().horizonNanos());
        String points = step == interval
                ? "Each point is one interval of " + Moments.length(interval) + "."
                : "Each point is the worst interval of " + Moments.length(interval) + " within " + Moments.length(step)
                        + ".";
        return points + " Quantiles count every request: a triangle marks where more than 1" + Numbers.SPACE
                + "% got no answer, so that p99 is missed." + (range.logarithmic() ? " The axis is logarithmic." : "");
    }

    private static String altText(RunResult run, List<String> pipelines) {
        StringBuilder text = new StringBuilder("Lines of the 50th, 95th and 99th percentile of latency over time.");
        for (String pipeline : pipelines) {
            double[] worst = Sampled.of(run, Scope.PIPELINE, pipeline).largest(QUANTILES.get(0)::millis);
            long missed =
                    java.util.Arrays.stream(worst).filter(Double::isInfinite).count();
            text.append(" p99 of ")
                    .append(pipeline)
                    .append(" reaches ")
                    .append(Numbers.significant(Lines.highest(worst), 3))
                    .append(" ms");
            text.append(missed > 0 ? " and is missed in " + missed + " of " + worst.length + " steps." : ".");
        }
        return text.toString();
    }
}
