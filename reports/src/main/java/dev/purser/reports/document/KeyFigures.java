package dev.purser.reports.document;

import dev.purser.simulator.units.Check;
import java.util.List;

/** A few numbers set large. */
public record KeyFigures(List<KeyFigure> figures) implements Block {
    public KeyFigures {
        figures = List.copyOf(Check.notEmpty(figures, "key figures"));
    }

    /**
     * One of them.
     *
     * @param label what it is
     * @param value the number
     * @param unit its unit; may be empty
     * @param note what to know about it, in a few words; may be empty
     */
    public record KeyFigure(String label, String value, String unit, String note) {}

    @Override
    public String template() {
        return "key-figures";
    }
}
