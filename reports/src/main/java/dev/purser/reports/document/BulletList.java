package dev.purser.reports.document;

import dev.purser.simulator.units.Check;
import java.util.List;

/** Sentences that stand side by side. */
public record BulletList(List<String> items) implements Block {
    public BulletList {
        items = List.copyOf(Check.notEmpty(items, "items of a list"));
    }

    @Override
    public String template() {
        return "bullet-list";
    }
}
