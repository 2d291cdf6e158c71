package dev.purser.reports;

import dev.purser.reports.charts.Chart;
import dev.purser.reports.charts.Figure;
import dev.purser.simulator.experiment.RunResult;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** A chart as a user would add one: found through {@code META-INF/services}. */
public final class ProvidedChart implements Chart {
    @Override
    public String name() {
        return "provided";
    }

    @Override
    public Figure draw(RunResult run) {
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries("pipelines", new double[][] {
            {1, 2}, {0, run.scenario().pipelines().size()}
        });
        XYPlot plot =
                new XYPlot(data, axis("Position (count)"), axis("Pipelines (count)"), new XYLineAndShapeRenderer());
        return new Figure(
                name(), "Pipelines", "A line up to the number of pipelines.", "", 400, 200, new JFreeChart(plot));
    }

    private static NumberAxis axis(String title) {
        NumberAxis axis = new NumberAxis(title);
        axis.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.ROOT));
        return axis;
    }
}
