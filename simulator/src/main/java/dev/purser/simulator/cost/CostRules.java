package dev.purser.simulator.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** The registry of cost rules. */
public enum CostRules {
    ON_DEMAND(OnDemandInstances::new),
    DEPRECIATION(Depreciation::new),
    ENERGY(Energy::new),
    SPACE(Space::new),
    MAINTENANCE(Maintenance::new),
    STORAGE(Storage::new),
    TRANSFER(TransferBetweenSites::new),
    FIXED(FixedMonthly::new),
    PEOPLE(People::new);

    private final Supplier<CostRule> creator;

    CostRules(Supplier<CostRule> creator) {
        this.creator = creator;
    }

    /** The rule. */
    public CostRule create() {
        return creator.get();
    }

    /** All rules: those above, then those found through {@link ServiceLoader}, by name. */
    public static List<CostRule> all() {
        List<CostRule> found = new ArrayList<>();
        ServiceLoader.load(CostRule.class).forEach(found::add);
        found.sort(Comparator.comparing(CostRule::name));
        List<CostRule> rules = new ArrayList<>();
        for (CostRules rule : values()) {
            rules.add(rule.create());
        }
        rules.addAll(found);
        return rules;
    }
}
