package dev.purser.reports.document;

import dev.purser.simulator.units.Check;

/** Running text. */
public record Paragraph(String text) implements Block {
    public Paragraph {
        Check.named(text, "paragraph");
    }

    @Override
    public String template() {
        return "paragraph";
    }
}
