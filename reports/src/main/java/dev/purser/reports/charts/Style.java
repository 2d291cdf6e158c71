package dev.purser.reports.charts;

import dev.purser.reports.text.Fonts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** What all charts share: quiet axes, a thin grid, the report's typeface, legends that show dashes. */
final class Style {
    /** Width of every figure, in pixels: the text column of an A4 page with margins of 20 mm. */
    static final int WIDTH = 642;

    static final Font SMALL = Fonts.regular(10f);
    static final Font LABEL = Fonts.regular(10.5f);
    static final Font HEADING = Fonts.bold(11f);

    /** Dashes by position of the line, so that lines stay apart without colour. */
    private static final List<float[]> DASHES = List.of(
            new float[] {1, 0},
            new float[] {7, 3},
            new float[] {2, 2.5f},
            new float[] {8, 3, 2, 3},
            new float[] {4, 2},
            new float[] {8, 2.5f, 2, 2.5f, 2, 2.5f});

    private static final int LONGEST_NAME = 26;
    private static final String CUT = "...";
    static final BasicStroke THIN = new BasicStroke(0.6f);

    private Style() {}

    static JFreeChart chart(Plot plot) {
        JFreeChart chart = new JFreeChart(null, LABEL, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(2, 0, 2, 4));
        chart.setElementHinting(false);
        plot.setNoDataMessage("nothing to show");
        plot.setNoDataMessageFont(LABEL);
        plot.setNoDataMessagePaint(Palette.MUTED.color());
        LegendTitle legend = new LegendTitle(plot);
        legend.setItemFont(LABEL);
        legend.setItemPaint(Palette.INK.color());
        legend.setFrame(BlockBorder.NONE);
        legend.setBackgroundPaint(null);
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setItemLabelPadding(new RectangleInsets(1, 3, 1, 12));
        legend.setMargin(0, 0, 4, 0);
        chart.addLegend(legend);
        return chart;
    }

    static void quiet(Plot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(2, 2, 2, 2));
    }

    static void quiet(XYPlot plot) {
        quiet((Plot) plot);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Palette.GRID.color());
        plot.setRangeGridlineStroke(THIN);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeZeroBaselineVisible(false);
    }

    static void quiet(Axis axis) {
        axis.setLabelFont(LABEL);
        axis.setLabelPaint(Palette.MUTED.color());
        axis.setTickLabelFont(SMALL);
        axis.setTickLabelPaint(Palette.INK.color());
        axis.setAxisLinePaint(Palette.MUTED.color());
        axis.setAxisLineStroke(THIN);
        axis.setTickMarkPaint(Palette.MUTED.color());
        axis.setTickMarkStroke(THIN);
    }

    /** An axis of numbers from 0 to a little above {@code highest}. */
    static NumberAxis numbers(String title, double highest, boolean whole) {
        NumberAxis axis = new NumberAxis(title);
        quiet(axis);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setStandardTickUnits(new NumberTickUnitSource(whole));
        axis.setNumberFormatOverride(format("#,##0.######"));
        axis.setRange(0, highest > 0 ? highest : 1);
        return axis;
    }

    static NumberFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    /** The stroke of the line at {@code position}. */
    static BasicStroke line(int position, float width) {
        float[] dashes = DASHES.get(position % DASHES.size());
        return dashes[1] == 0
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 4, dashes, 0);
    }

    static Color lineColor(int position) {
        return Palette.LINES.get(position % Palette.LINES.size()).color();
    }

    static LegendItem lineItem(String label, BasicStroke stroke, Color color) {
        Shape sample = new Line2D.Double(-13, 0, 13, 0);
        return new LegendItem(label, null, null, null, sample, stroke, color);
    }

    static LegendItem fillItem(String label, Color color) {
        Shape sample = new Rectangle2D.Double(-5, -5, 10, 10);
        return new LegendItem(label, null, null, null, sample, color);
    }

    static LegendItem shapeItem(String label, Shape shape, Color color) {
        return new LegendItem(label, null, null, null, shape, color);
    }

    static LegendItemCollection legend(List<LegendItem> items) {
        LegendItemCollection legend = new LegendItemCollection();
        items.forEach(legend::add);
        return legend;
    }

    /** {@code name}, cut in its middle if it is too long for a legend. */
    static String brief(String name) {
        return brief(name, LONGEST_NAME);
    }

    /** {@code name} in {@code longest} characters at most, cut in its middle. */
    static String brief(String name, int longest) {
        int kept = longest - CUT.length();
        return name.length() <= longest
                ? name
                : name.substring(0, kept - kept / 2) + CUT + name.substring(name.length() - kept / 2);
    }
}
