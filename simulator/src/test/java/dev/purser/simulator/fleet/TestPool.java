package dev.purser.simulator.fleet;

import dev.purser.simulator.hardware.HardwareType;
import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.units.Nanos;
import java.util.Optional;

/** Pools of a machine with four cores and 16 GiB. */
public final class TestPool {
    /** The machine. */
    public static final HardwareType TYPE =
            new HardwareType("four-cores", "aws", 4, 16L << 30, Optional.empty(), 0, 50, 150);

    private TestPool() {}

    /** {@code count} machines of one's own at the site {@code home}. */
    public static PoolSpec owned(String name, int count) {
        return pool(name, "home", PurchaseOption.OWNED, count, count, 0);
    }

    /** From {@code fewest} to {@code most} rented machines at the site {@code cloud}. */
    public static PoolSpec rented(String name, int fewest, int most, double bootSeconds) {
        return rentedAt("cloud", name, fewest, most, bootSeconds);
    }

    /** The same at a site of choice. */
    public static PoolSpec rentedAt(String site, String name, int fewest, int most, double bootSeconds) {
        return pool(name, site, PurchaseOption.ON_DEMAND, fewest, most, bootSeconds);
    }

    /** The same, but machines nobody needs for 20 s go. */
    public static PoolSpec brisk(PoolSpec pool) {
        NodeScalingSpec scaling =
                new NodeScalingSpec(10 * Nanos.SECOND, 20 * Nanos.SECOND, 0.6, 10 * Nanos.SECOND, 15 * Nanos.MINUTE);
        return new PoolSpec(
                pool.name(),
                pool.site(),
                pool.type(),
                pool.purchase(),
                pool.fewest(),
                pool.most(),
                pool.bootSeconds(),
                scaling);
    }

    private static PoolSpec pool(
            String name, String site, PurchaseOption purchase, int fewest, int most, double bootSeconds) {
        return new PoolSpec(
                name,
                site,
                TYPE,
                purchase,
                fewest,
                most,
                new DistributionSpec.Fixed(bootSeconds),
                NodeScalingSpec.DEFAULT);
    }
}
