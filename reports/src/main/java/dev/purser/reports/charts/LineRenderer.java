package dev.purser.reports.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;

/** Lines drawn as paths, so that dashes run on from point to point; a point without neighbours is drawn as a dot. */
final class LineRenderer extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1L;
    private static final double DOT = 3;

    private transient XYDataset dataset;

    LineRenderer(XYDataset dataset) {
        super(true, true);
        this.dataset = dataset;
        setDrawSeriesLineAsPath(true);
        setUseFillPaint(false);
        setDefaultShape(new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        setAutoPopulateSeriesShape(false);
    }

    LineRenderer with(int series, BasicStroke stroke, Color color) {
        setSeriesStroke(series, stroke);
        setSeriesPaint(series, color);
        return this;
    }

    @Override
    public boolean getItemShapeVisible(int series, int item) {
        return absent(series, item - 1) && absent(series, item + 1);
    }

    private boolean absent(int series, int item) {
        return item < 0 || item >= dataset.getItemCount(series) || Double.isNaN(dataset.getYValue(series, item));
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
