package dev.purser.simulator.cost;

import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nearest;
import dev.purser.simulator.usage.CivilDays;
import dev.purser.simulator.usage.InstanceShare;
import dev.purser.simulator.usage.InstanceShares;
import dev.purser.simulator.usage.PoolUse;
import dev.purser.simulator.usage.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What cost rules see: the usage, the specification, and what several rules need worked out once.
 *
 * @param usage what the run consumed
 * @param spec what things cost
 * @param days the civil days of the run
 * @param shares who held the leased instances, by pool, in order of day
 */
public record CostView(Usage usage, CostSpec spec, CivilDays days, Map<String, List<InstanceShare>> shares) {
    /** The view of {@code usage} under {@code spec}. */
    public static CostView of(Usage usage, CostSpec spec) {
        CivilDays days = new CivilDays(usage.calendar(), usage.horizonNanos());
        return new CostView(usage, spec, days, InstanceShares.byPool(usage, days));
    }

    /** The pools paid for in the way of {@code purchase}. */
    public List<PoolUse> pools(PurchaseOption purchase) {
        return usage.pools().stream()
                .filter(pool -> pool.purchase() == purchase)
                .toList();
    }

    /** The name of {@code service}, or nothing where the cost is shared; an unknown service is an error. */
    public String service(Optional<String> service, String item) {
        service.ifPresent(name -> Check.that(
                usage.services().contains(name),
                "service of " + item,
                name,
                "must be a service of the run; nearest: " + Nearest.names(name, usage.services(), 1)));
        return service.orElse("");
    }
}
