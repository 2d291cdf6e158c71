package dev.purser.reports.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.reports.charts.PredictionErrors.Line;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

class PredictionErrorsTest {

    /** The largest error is 23 %: the axis reaches 30 both ways, with zero in the middle. */
    @Test
    void theAxisIsEvenAroundZero() {
        XYPlot plot = panel(List.of(new Line("a", new double[] {1, 2}, new double[] {0.1, -0.23})));
        assertEquals(-30, plot.getRangeAxis().getLowerBound());
        assertEquals(30, plot.getRangeAxis().getUpperBound());
        assertEquals("Error (%)", plot.getRangeAxis().getLabel());
        assertEquals(-23, plot.getDataset().getYValue(0, 1), 1e-12);
    }

    @Test
    void unknownErrorsAreGaps() {
        Figure figure = figure(List.of(new Line("a", new double[] {1, 2}, new double[] {Double.NaN, 0.04})));
        assertTrue(figure.altText().endsWith("The largest error of p50 is 4 %."), figure.altText());
        XYPlot nothing = panel(List.of(new Line("a", new double[] {1}, new double[] {Double.NaN})));
        assertEquals(10, nothing.getRangeAxis().getUpperBound());
    }

    /** More lines than colours: where a colour comes again its dashes differ. */
    @Test
    void noTwoLinesLookAlike() {
        List<Line> lines = IntStream.range(0, 12)
                .mapToObj(i -> new Line("line " + i, new double[] {1}, new double[] {0.1}))
                .toList();
        XYPlot plot = panel(lines);
        assertEquals(
                12,
                IntStream.range(0, 12)
                        .mapToObj(i -> List.of(
                                plot.getRenderer().getSeriesPaint(i),
                                plot.getRenderer().getSeriesStroke(i)))
                        .distinct()
                        .count());
    }

    private static XYPlot panel(List<Line> lines) {
        CombinedDomainXYPlot plot = (CombinedDomainXYPlot) figure(lines).chart().getPlot();
        assertEquals("Load (clients)", plot.getDomainAxis().getLabel());
        return plot.getSubplots().get(0);
    }

    private static Figure figure(List<Line> lines) {
        return PredictionErrors.of("Load (clients)", Map.of("p50", lines));
    }
}
