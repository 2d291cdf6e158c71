package dev.purser.reports.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

class LatencyRangeTest {
    @Test
    void likeValuesShareALinearAxisFromZero() {
        LatencyRange range = LatencyRange.of(List.of(10.0, 100.0, Double.NaN, Double.POSITIVE_INFINITY), 40);
        assertFalse(range.logarithmic());
        assertEquals(0, range.lowest());
        assertTrue(range.highest() > 100 && range.nearTop() < range.highest() && range.nearTop() > 100);
    }

    @Test
    void unlikeValuesShareALogarithmicAxis() {
        LatencyRange range = LatencyRange.of(List.of(10.0, 2000.0), 40);
        assertTrue(range.logarithmic());
        assertTrue(range.lowest() < 10 && range.nearTop() > 2000 && range.nearTop() < range.highest());
    }

    @Test
    void nothingIsDrawnFromZeroToOne() {
        assertEquals(new LatencyRange(0, 1, false), LatencyRange.of(List.of(Double.NaN), 40));
    }

    @Test
    void decadesAreCutAtOneTwoAndFive() {
        assertEquals(List.of("10", "20", "50", "100", "200", "500"), labels(8, 600));
    }

    /** Loads of 20 to 80 %, say. */
    @Test
    void lessThanADecadeHasMoreLabels() {
        assertEquals(List.of("20", "30", "40", "50", "60", "80"), labels(17.4, 92));
    }

    private static List<String> labels(double lowest, double highest) {
        var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        return new DecadeAxis("Latency (ms)", lowest, highest)
                .refreshTicks(graphics, null, null, RectangleEdge.LEFT).stream()
                        .map(NumberTick::getText)
                        .toList();
    }
}
