package dev.purser.reports.charts;

import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.traffic.RateEventSpec;
import dev.purser.simulator.traffic.TrafficSpec;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Plots one below the other over one time axis, with the scenario's events shaded through all of them. */
final class Panels {
    /** More names than this would cover each other. */
    private static final int MOST_NAMED_EVENTS = 4;

    private final RunResult run;
    private final CombinedDomainXYPlot combined;
    private final TimeScale time;

    Panels(RunResult run) {
        this.run = run;
        this.time = TimeScale.of(run.scenario());
        this.combined = new CombinedDomainXYPlot(time.axis());
        combined.setGap(12);
        Style.quiet((org.jfree.chart.plot.Plot) combined);
    }

    /** Adds {@code plot} with a height in proportion to {@code weight}. */
    void add(XYPlot plot, int weight) {
        boolean first = combined.getSubplots().isEmpty();
        events().forEach(event -> plot.addDomainMarker(shade(event, first), Layer.BACKGROUND));
        combined.add(plot, weight);
    }

    JFreeChart chart(List<LegendItem> legend) {
        combined.setFixedLegendItems(Style.legend(legend));
        return Style.chart(combined);
    }

    private List<RateEventSpec> events() {
        return run.scenario().pipelines().stream()
                .filter(pipeline -> pipeline.traffic() instanceof TrafficSpec.Profile)
                .flatMap(pipeline -> ((TrafficSpec.Profile) pipeline.traffic()).profile().events().stream())
                .filter(event -> event.fromNanos() < time.horizonNanos() && event.untilNanos() > 0)
                .distinct()
                .toList();
    }

    private IntervalMarker shade(RateEventSpec event, boolean named) {
        double from = time.millis(Math.max(0, event.fromNanos()));
        double until = time.millis(Math.min(time.horizonNanos(), event.untilNanos()));
        return shade(from, until, named && events().size() <= MOST_NAMED_EVENTS ? event.name() : "");
    }

    private static IntervalMarker shade(double from, double until, String name) {
        Color color = Palette.SHADE.color();
        IntervalMarker marker = new IntervalMarker(from, until, color);
        marker.setAlpha(1);
        if (!name.isEmpty()) {
            marker.setLabel(name);
            marker.setLabelFont(Style.SMALL);
            marker.setLabelPaint(Palette.MUTED.color());
            marker.setLabelBackgroundColor(color);
            marker.setLabelAnchor(RectangleAnchor.TOP);
            marker.setLabelTextAnchor(TextAnchor.TOP_CENTER);
        }
        return marker;
    }

    /** Writes the name of a panel into its top left corner. */
    static void name(XYPlot plot, String name) {
        TextTitle title = new TextTitle(name, Style.HEADING);
        title.setPaint(Palette.INK.color());
        title.setBackgroundPaint(Palette.PAPER.color());
        title.setPadding(new RectangleInsets(0, 3, 1, 5));
        XYTitleAnnotation annotation = new XYTitleAnnotation(0, 1, title, RectangleAnchor.TOP_LEFT);
        plot.addAnnotation(annotation);
    }
}
