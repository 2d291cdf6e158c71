package dev.purser.reports.charts;

import dev.purser.reports.text.Moments;
import dev.purser.reports.text.Numbers;
import dev.purser.reports.text.Words;
import dev.purser.simulator.cost.CostClass;
import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.units.Nanos;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StackedXYBarRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.data.time.SimpleTimePeriod;
import org.jfree.data.time.TimeTableXYDataset;
import org.jfree.data.xy.DefaultXYDataset;

/** Effective cost by class over time, and below it, over the same axis, the requests that caused it. */
public final class CostOverTimeChart implements Chart {
    private static final int MOST_LINES = 5;
    private static final int SEPARATE_BARS = 62;

    @Override
    public String name() {
        return "cost-over-time";
    }

    @Override
    public Figure draw(RunResult run) {
        TimeBuckets buckets = TimeBuckets.of(run.scenario());
        CostCurve costs = new CostCurve(run, buckets);
        List<String> pipelines = Busy.names(run, Scope.PIPELINE);
        Panels panels = new Panels(run);
        panels.add(costPlot(run, buckets, costs), 5);
        panels.add(trafficPlot(run, Busy.first(pipelines, MOST_LINES)), 3);
        return new Figure(
                name(),
                "Cost per " + buckets.unit() + ", and the requests that arrived",
                altText(run, buckets, costs),
                caption(run, buckets) + Busy.note(pipelines, MOST_LINES, "pipelines"),
                Style.WIDTH,
                365,
                panels.chart(legend(costs, Busy.first(pipelines, MOST_LINES))));
    }

    private static XYPlot costPlot(RunResult run, TimeBuckets buckets, CostCurve costs) {
        TimeScale time = TimeScale.of(run.scenario());
        TimeTableXYDataset data = new TimeTableXYDataset(
                TimeZone.getTimeZone(run.scenario().calendar().zone()), Locale.ENGLISH);
        for (CostClass costClass : CostClass.values()) {
            double[] values = costs.of(costClass);
            for (int i = 0; i < values.length; i++) {
                Date from = new Date((long) time.millis(buckets.edgesNanos()[i]));
                Date until = new Date((long) time.millis(buckets.edgesNanos()[i + 1]));
                data.add(new SimpleTimePeriod(from, until), values[i], costClass.name(), false);
            }
        }
        String title = "Cost (" + run.ledger().currency() + " per " + buckets.unit() + ")";
        double highest = 1.18 * Lines.highest(costs.total());
        XYPlot plot = new XYPlot(data, null, Style.numbers(title, highest, false), bars(buckets));
        Style.quiet(plot);
        return plot;
    }

    private static StackedXYBarRenderer bars(TimeBuckets buckets) {
        StackedXYBarRenderer bars = new StackedXYBarRenderer(buckets.size() <= SEPARATE_BARS ? 0.18 : 0);
        bars.setBarPainter(new StandardXYBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(false);
        for (CostClass costClass : CostClass.values()) {
            bars.setSeriesPaint(costClass.ordinal(), color(costClass));
        }
        return bars;
    }

    static java.awt.Color color(CostClass costClass) {
        return Palette.FILLS.get(costClass.ordinal()).color();
    }

    private static XYPlot trafficPlot(RunResult run, List<String> pipelines) {
        TimeScale time = TimeScale.of(run.scenario());
        DefaultXYDataset data = new DefaultXYDataset();
        LineRenderer renderer = new LineRenderer(data);
        double highest = 0;
        for (String pipeline : pipelines) {
            Sampled sampled = Sampled.of(run, Scope.PIPELINE, pipeline);
            double[] values = sampled.mean(CostOverTimeChart::perSecond);
            int series = data.getSeriesCount();
            renderer.with(series, Style.line(series, 1.3f), Style.lineColor(series));
            Lines.add(data, pipeline, time, sampled, values);
            highest = Math.max(highest, Lines.highest(values));
        }
        return Lines.plot(data, renderer, Style.numbers("Traffic (requests/s)", 1.15 * highest, false));
    }

    private static double perSecond(IntervalRow row) {
        return row.outcomes().offered() / Nanos.toSeconds(row.lengthNanos());
    }

    private static List<LegendItem> legend(CostCurve costs, List<String> pipelines) {
        List<LegendItem> items = new ArrayList<>();
        for (CostClass costClass : CostClass.values()) {
            if (Lines.highest(costs.of(costClass)) > 0) {
                items.add(Style.fillItem(Words.title(costClass), color(costClass)));
            }
        }
        for (String pipeline : pipelines) {
            int position = pipelines.indexOf(pipeline);
            items.add(Style.lineItem(Style.brief(pipeline), Style.line(position, 1.3f), Style.lineColor(position)));
        }
        return items;
    }

    private static String caption(RunResult run, TimeBuckets buckets) {
        long step = Sampled.step(run.scenario().intervalNanos(), run.scenario().horizonNanos());
        return "Above: effective cost, each bar " + (buckets.unit().endsWith("s") ? "" : "one ") + buckets.unit()
                + "; lines of the bill that cover longer are spread by the time their pool's instances were leased,"
                + " or evenly. Below: requests that arrived, mean over "
                + Moments.length(step) + ".";
    }

    private static String altText(RunResult run, TimeBuckets buckets, CostCurve costs) {
        double[] total = costs.total();
        int peak = 0;
        for (int i = 0; i < total.length; i++) {
            peak = total[i] > total[peak] ? i : peak;
        }
        String when = Moments.moment(run.scenario().calendar().at(buckets.edgesNanos()[peak]));
        double lowest = Arrays.stream(total).min().orElse(0);
        String unit = Numbers.SPACE + run.ledger().currency() + " per " + buckets.unit();
        return "Stacked bars of the cost by class, between " + Numbers.amount(BigDecimal.valueOf(lowest)) + " and "
                + Numbers.amount(BigDecimal.valueOf(total[peak])) + unit + ", highest from " + when
                + ". Below them lines of the requests per second of each pipeline.";
    }
}
