package dev.purser.simulator.cost;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Money;
import java.util.Optional;

/**
 * Something that costs the same every month, such as a licence or a support contract.
 *
 * <pre>effective cost of a day = amount / days of its month</pre>
 *
 * @param name what it is
 * @param costClass which of the five classes
 * @param monthly amount for one calendar month, at least 0
 * @param service the service it is for; empty: shared
 * @param inAdvance whether it is paid on the first of each month, or when the run starts, up to the end of that month;
 *     otherwise it is paid day by day as it accrues
 */
public record FixedItem(String name, CostClass costClass, Money monthly, Optional<String> service, boolean inAdvance) {
    public FixedItem {
        Check.named(name, "name of a fixed item");
        Check.that(costClass != null, "class of " + name, null, "must be given");
        OwnedHardware.notNegative(monthly, "monthly amount of " + name);
    }
}
