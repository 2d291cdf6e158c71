package dev.purser.reports.charts;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultXYDataset;

/** Errors of predictions over the load: one panel per figure that was measured, one line per thing that was. */
public final class PredictionErrors {
    private static final int PANEL_HEIGHT = 150;
    private static final double STEP_PERCENT = 10;

    private PredictionErrors() {}

    /**
     * One line.
     *
     * @param name what was measured
     * @param loads where its points are, rising
     * @param errors relative errors, 0.1 for 10 % too much; NaN leaves a gap
     */
    public record Line(String name, double[] loads, double[] errors) {}

    /**
     * The panels, from top to bottom; each has the same lines in the same order.
     *
     * @param loadTitle title of the axis of loads, with its unit
     * @param panels lines by the name of the figure
     */
    public static Figure of(String loadTitle, Map<String, List<Line>> panels) {
        double reach = reach(panels);
        CombinedDomainXYPlot combined = new CombinedDomainXYPlot(loads(loadTitle, panels));
        combined.setGap(12);
        Style.quiet((Plot) combined);
        panels.forEach((name, lines) -> combined.add(panel(name, lines, reach), 1));
        combined.setFixedLegendItems(
                Style.legend(legend(panels.values().iterator().next())));
        return new Figure(
                "prediction-errors",
                "Prediction against measurement",
                altText(panels),
                "Above zero: more was predicted than measured.",
                Style.WIDTH,
                90 + PANEL_HEIGHT * panels.size(),
                Style.chart(combined));
    }

    private static NumberAxis loads(String title, Map<String, List<Line>> panels) {
        double highest = panels.values().stream()
                .flatMap(List::stream)
                .mapToDouble(line -> Lines.highest(line.loads()))
                .max()
                .orElse(0);
        return Style.numbers(title, 1.03 * highest, false);
    }

    private static XYPlot panel(String name, List<Line> lines, double reach) {
        DefaultXYDataset data = new DefaultXYDataset();
        LineRenderer renderer = new LineRenderer(data);
        for (int i = 0; i < lines.size(); i++) {
            double[] percent = lines.get(i).errors().clone();
            for (int point = 0; point < percent.length; point++) {
                percent[point] *= 100;
            }
            renderer.with(i, stroke(i), Style.lineColor(i));
            data.addSeries(i, new double[][] {lines.get(i).loads(), percent});
        }
        NumberAxis axis = Style.numbers("Error (%)", reach, false);
        axis.setRange(-reach, reach);
        XYPlot plot = Lines.plot(data, renderer, axis);
        plot.addRangeMarker(new ValueMarker(0, Palette.MUTED.color(), Style.THIN), Layer.BACKGROUND);
        Panels.name(plot, name);
        return plot;
    }

    /** Beyond the colours, dashes go on with the next, so that no two lines look alike. */
    private static BasicStroke stroke(int line) {
        return Style.line(line + line / Palette.LINES.size(), 1.2f);
    }

    private static List<LegendItem> legend(List<Line> lines) {
        List<LegendItem> items = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            items.add(Style.lineItem(lines.get(i).name(), stroke(i), Style.lineColor(i)));
        }
        return items;
    }

    /** Percents the axis reaches up and down, in whole steps. */
    private static double reach(Map<String, List<Line>> panels) {
        double largest = 0;
        for (List<Line> lines : panels.values()) {
            for (Line line : lines) {
                largest = Math.max(largest, worst(line));
            }
        }
        return STEP_PERCENT * Math.max(1, Math.ceil(100 * largest / STEP_PERCENT));
    }

    private static double worst(Line line) {
        double worst = 0;
        for (double error : line.errors()) {
            worst = Double.isNaN(error) ? worst : Math.max(worst, Math.abs(error));
        }
        return worst;
    }

    private static String altText(Map<String, List<Line>> panels) {
        StringBuilder text = new StringBuilder("Lines of relative errors over the load.");
        panels.forEach((name, lines) -> text.append(" The largest error of ")
                .append(name)
                .append(" is ")
                .append(Math.round(100
                        * lines.stream()
                                .mapToDouble(PredictionErrors::worst)
                                .max()
                                .orElse(0)))
                .append(" %."));
        return text.toString();
    }
}
