package dev.purser.reports.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.reports.charts.PowerChart.Line;
import dev.purser.reports.html.Svg;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

class PowerChartTest {
    private static final Line SQUARES = new Line("squares", List.of(1.0, 2.0, 4.0), List.of(0.01, 0.04, 0.16));

    @Test
    void bothAxesHoldAllPointsAndAreNamed() {
        Figure figure =
                chart(SQUARES, new Line("point", List.of(8.0), List.of(3.0))).draw();
        assertAxis("size (replicas)", 1, 8, figure.chart().getXYPlot().getDomainAxis());
        assertAxis("time (s)", 0.01, 3, figure.chart().getXYPlot().getRangeAxis());
        assertTrue(Svg.of(figure).contains("squares"), "legend");
    }

    @Test
    void oneValueAloneIsDrawnToo() {
        assertTrue(Svg.of(chart(new Line("point", List.of(5.0), List.of(5.0))).draw())
                .contains("point"));
    }

    /** From 1 to 10 no two labels are further apart than 1 and 2. */
    @Test
    void everyAxisHasALabel() {
        for (double value : new double[] {1, 1.3, 1.4, 1.5, 2.5, 3.5, 7, 9, 25, 50}) {
            ValueAxis axis = chart(new Line("point", List.of(value), List.of(1.0)))
                    .draw()
                    .chart()
                    .getXYPlot()
                    .getDomainAxis();
            assertFalse(
                    axis.refreshTicks(null, null, null, RectangleEdge.BOTTOM).isEmpty(), "around " + value);
        }
    }

    @Test
    void aLogarithmKnowsNoZero() {
        assertThrows(IllegalArgumentException.class, () -> new Line("zero", List.of(1.0), List.of(0.0)));
        assertThrows(IllegalArgumentException.class, () -> new Line("short", List.of(1.0, 2.0), List.of(1.0)));
    }

    private static void assertAxis(String title, double lowest, double highest, ValueAxis axis) {
        assertEquals(title, axis.getLabel());
        assertTrue(axis.getLowerBound() < lowest && axis.getUpperBound() > highest, axis.getRange()::toString);
    }

    private static PowerChart chart(Line... lines) {
        return new PowerChart("powers", "Powers", "Straight lines.", "size (replicas)", "time (s)", List.of(lines));
    }
}
