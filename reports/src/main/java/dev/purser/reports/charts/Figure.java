package dev.purser.reports.charts;

import dev.purser.simulator.units.Check;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;

/**
 * A drawn chart and what stands around it.
 *
 * @param name unique within a report; lower-case letters, digits and hyphens
 * @param title what it shows, in a few words
 * @param altText what a reader would see in it, in a sentence or two, for those who cannot
 * @param caption how to read it: what each point stands for, what was left out; may be empty
 * @param widthPixels width, in CSS pixels (1/96 inch)
 * @param heightPixels height, in CSS pixels
 * @param chart the chart
 */
public record Figure(
        String name,
        String title,
        String altText,
        String caption,
        int widthPixels,
        int heightPixels,
        JFreeChart chart) {
    public Figure {
        Check.that(name.matches("[a-z][a-z0-9-]*"), "figure name", name, "must be lower-case letters, digits, hyphens");
        Check.named(title, "title of figure " + name);
        Check.named(altText, "alternative text of figure " + name);
        Check.positive(widthPixels, "width of figure " + name + " (pixels)");
        Check.positive(heightPixels, "height of figure " + name + " (pixels)");
    }

    /** Draws the chart into {@code graphics}, one unit per pixel. */
    public void draw(Graphics2D graphics) {
        chart.draw(graphics, new Rectangle2D.Double(0, 0, widthPixels, heightPixels));
    }
}
