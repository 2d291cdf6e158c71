package dev.purser.reports.charts;

import dev.purser.simulator.experiment.RunResult;

/**
 * A kind of chart of a run. Open: charts from outside are found through {@link java.util.ServiceLoader} and printed in a
 * section of their own.
 *
 * <p>Every axis of numbers and every axis of time carries a title with its unit in brackets. A run without a single
 * request or charge is drawn too. Text is set in the report's typeface, whichever of Java's logical fonts it asks for;
 * other fonts are refused by the PDF.
 */
public interface Chart {

    /** Unique name; lower-case letters, digits and hyphens. */
    String name();

    /** The chart of {@code run}; equal runs give equal figures. */
    Figure draw(RunResult run);
}
