package dev.purser.reports.document;

import dev.purser.reports.charts.Figure;

/** A chart with its caption. */
public record ChartFigure(Figure figure) implements Block {
    @Override
    public String template() {
        return "chart-figure";
    }
}
