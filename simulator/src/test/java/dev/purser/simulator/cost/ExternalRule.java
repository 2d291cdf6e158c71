package dev.purser.simulator.cost;

import java.util.List;

/** A rule from outside of the registry, found through the service loader; it charges nothing. */
public final class ExternalRule implements CostRule {
    @Override
    public String name() {
        return "external";
    }

    @Override
    public List<Charge> charges(CostView view) {
        return List.of();
    }
}
