package dev.purser.reports.document;

import dev.purser.simulator.units.Check;
import java.util.List;

/** Terms with their values, one below the other. */
public record Facts(List<Fact> facts) implements Block {
    public Facts {
        facts = List.copyOf(Check.notEmpty(facts, "facts"));
    }

    /** A term and its value. */
    public record Fact(String term, String value) {}

    @Override
    public String template() {
        return "facts";
    }
}
