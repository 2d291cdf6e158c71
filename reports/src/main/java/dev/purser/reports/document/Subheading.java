package dev.purser.reports.document;

import dev.purser.simulator.units.Check;

/** A heading inside a section. */
public record Subheading(String text) implements Block {
    public Subheading {
        Check.named(text, "subheading");
    }

    @Override
    public String template() {
        return "subheading";
    }
}
