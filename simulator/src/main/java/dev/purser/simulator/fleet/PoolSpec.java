package dev.purser.simulator.fleet;

import dev.purser.simulator.hardware.HardwareType;
import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.units.Check;

/**
 * Instances of one type at one site under one purchase option.
 *
 * @param name unique name
 * @param site name of the site
 * @param type what each instance is
 * @param purchase how they are paid for
 * @param fewest instances kept even when idle
 * @param most instances there can be
 * @param bootSeconds time from the order to an instance that takes replicas, in seconds
 * @param scaling when instances come and go between {@code fewest} and {@code most}
 */
public record PoolSpec(
        String name,
        String site,
        HardwareType type,
        PurchaseOption purchase,
        int fewest,
        int most,
        DistributionSpec bootSeconds,
        NodeScalingSpec scaling) {
    public PoolSpec {
        Check.named(name, "pool name");
        Check.named(site, "site of pool " + name);
        Check.atLeast(fewest, 0, "fewest instances of pool " + name);
        Check.atLeast(most, Math.max(1, fewest), "most instances of pool " + name);
        Check.that(
                purchase != PurchaseOption.OWNED || fewest == most,
                "instances of owned pool " + name,
                fewest + " to " + most,
                "must be one fixed count: owned machines are paid for whether they run or not");
    }
}
