package dev.purser.reports.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis with a tick at 1, 2 and 5 of every decade, at 1 alone where there are many decades, and at 1, 2, 3, 4, 5,
 * 6 and 8 where there is less than one.
 */
final class DecadeAxis extends LogAxis {
    private static final long serialVersionUID = 1L;
    private static final double MOST_DECADES_WITH_STEPS = 2.2;

    DecadeAxis(String title, double lowest, double highest) {
        super(title);
        Style.quiet(this);
        setAxisLineVisible(false);
        setTickMarksVisible(false);
        setRange(lowest, highest);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        double lowest = getLowerBound();
        double highest = getUpperBound();
        int[] steps = steps(Math.log10(highest / lowest));
        NumberFormat format = Style.format("#,##0.###");
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<NumberTick> ticks = new ArrayList<>();
        for (int decade = (int) Math.floor(Math.log10(lowest)); Math.pow(10, decade) <= highest; decade++) {
            for (int step : steps) {
                double value = step * Math.pow(10, decade);
                if (value >= lowest && value <= highest) {
                    ticks.add(new NumberTick(value, format.format(value), anchor, anchor, 0));
                }
            }
        }
        return ticks;
    }

    private static int[] steps(double decades) {
        if (decades < 1) {
            return new int[] {1, 2, 3, 4, 5, 6, 8};
        }
        return decades > MOST_DECADES_WITH_STEPS ? new int[] {1} : new int[] {1, 2, 5};
    }
}
