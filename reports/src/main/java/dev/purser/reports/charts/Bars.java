package dev.purser.reports.charts;

import dev.purser.reports.text.Words;
import dev.purser.simulator.cost.CostClass;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Horizontal bars of cost, stacked by class: one series per class, one bar per category. */
final class Bars {
    /** Height of one bar with the space around it, in pixels. */
    static final int ROW_PIXELS = 25;

    /** Height of everything else, in pixels. */
    static final int FRAME_PIXELS = 75;

    private static final float LABEL_SHARE = 0.42f;

    private Bars() {}

    static CategoryPlot plot(CategoryDataset data, String title, double highest, StackedBarRenderer renderer) {
        CategoryAxis names = new CategoryAxis();
        Style.quiet(names);
        names.setTickMarksVisible(false);
        names.setTickLabelFont(Style.LABEL);
        names.setCategoryMargin(0.3);
        names.setLowerMargin(0.01);
        names.setUpperMargin(0.01);
        names.setMaximumCategoryLabelWidthRatio(LABEL_SHARE);
        names.setMaximumCategoryLabelLines(1);
        NumberAxis amounts = Style.numbers(title, highest, false);
        CategoryPlot plot = new CategoryPlot(data, names, amounts, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        Style.quiet((org.jfree.chart.plot.Plot) plot);
        plot.setRangeGridlinePaint(Palette.GRID.color());
        plot.setRangeGridlineStroke(new java.awt.BasicStroke(0.6f));
        plot.setFixedLegendItems(Style.legend(legend(data)));
        plot.setInsets(new org.jfree.chart.ui.RectangleInsets(2, 2, 2, 16));
        plot.setAxisOffset(org.jfree.chart.ui.RectangleInsets.ZERO_INSETS);
        return plot;
    }

    /** Paints the classes; {@code seriesKeys} are their names in the order of the data set. */
    static void paint(StackedBarRenderer renderer, CategoryDataset data) {
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setMaximumBarWidth(0.5);
        renderer.setDefaultItemLabelFont(Style.SMALL);
        for (int i = 0; i < data.getRowCount(); i++) {
            renderer.setSeriesPaint(i, CostOverTimeChart.color(costClass(data, i)));
        }
    }

    static CostClass costClass(CategoryDataset data, int row) {
        return (CostClass) data.getRowKey(row);
    }

    /** A data set in which every class that costs anything is a series, in the order of the classes. */
    static DefaultCategoryDataset data() {
        return new DefaultCategoryDataset();
    }

    private static List<LegendItem> legend(CategoryDataset data) {
        List<LegendItem> items = new ArrayList<>();
        for (int i = 0; i < data.getRowCount(); i++) {
            CostClass costClass = costClass(data, i);
            items.add(Style.fillItem(Words.title(costClass), CostOverTimeChart.color(costClass)));
        }
        return items;
    }
}
