package dev.purser.simulator.cost;

import dev.purser.simulator.usage.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Prices the usage of a run: a pure function, so that a finished run can be priced again under other prices. */
public final class Pricing {
    private static final Comparator<Charge> ORDER = Comparator.comparingLong(Charge::fromNanos)
            .thenComparing(Charge::costClass)
            .thenComparing(Charge::pool)
            .thenComparing(Charge::item)
            .thenComparing(Charge::service)
            .thenComparing(Charge::activity)
            .thenComparing(Charge::cause);

    private Pricing() {}

    /**
     * The bill of {@code usage} under {@code spec}, by all {@link CostRules}. Lines are in order of day, class, pool,
     * item, service, activity and cause.
     *
     * @throws IllegalArgumentException if the usage needs a price that {@code spec} does not state, or {@code spec}
     *     names a pool or service that the run does not have
     */
    public static Ledger price(Usage usage, CostSpec spec) {
        return price(usage, spec, CostRules.all());
    }

    /** The bill of {@code usage} under {@code spec}, by {@code rules} alone. */
    public static Ledger price(Usage usage, CostSpec spec, List<CostRule> rules) {
        CostView view = CostView.of(usage, spec);
        List<Charge> charges = new ArrayList<>();
        List<Obligation> obligations = new ArrayList<>();
        for (CostRule rule : rules) {
            charges.addAll(rule.charges(view));
            obligations.addAll(rule.obligations(view));
        }
        charges.sort(ORDER);
        return new Ledger(spec.currency(), charges, obligations);
    }
}
