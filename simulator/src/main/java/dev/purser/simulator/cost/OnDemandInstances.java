package dev.purser.simulator.cost;

import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.CivilDay;
import dev.purser.simulator.usage.Holding;
import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.InstanceShare;
import dev.purser.simulator.usage.PoolUse;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Rented instances at list price.
 *
 * <pre>cost = sum over leases of billable seconds x price of an hour / 3600</pre>
 *
 * with {@link BillingRule} for the billable seconds. A lease's own time is charged on the days it covers, to the
 * services that held it, and as {@code idle} to nobody where none did (the boot among it); the time that rounding up
 * and the minimum add is {@code idle} on the day the lease ends. Paid on the day: providers send the bill afterwards.
 */
final class OnDemandInstances implements CostRule {
    @Override
    public String name() {
        return "on-demand";
    }

    @Override
    public List<Charge> charges(CostView view) {
        PriceBook book = new PriceBook(view.spec().prices());
        List<Charge> charges = new ArrayList<>();
        Map<String, Map<CivilDay, Added>> added = added(view);
        for (PoolUse pool : view.pools(PurchaseOption.ON_DEMAND)) {
            charges.addAll(charges(view, pool, uses(view, pool, added), book));
        }
        return charges;
    }

    private static List<Charge> charges(CostView view, PoolUse pool, List<DayUse> uses, PriceBook book) {
        PriceKey key =
                new PriceKey(pool.type().provider(), pool.region(), pool.type().name(), pool.purchase());
        PriceBook.History history = book.of(key);
        Map<Price, List<DayUse>> byPrice = new LinkedHashMap<>();
        for (DayUse use : uses) {
            byPrice.computeIfAbsent(history.on(use.day().date()), price -> new ArrayList<>())
                    .add(use);
        }
        List<Charge> charges = new ArrayList<>();
        byPrice.forEach((price, used) ->
                charges.addAll(Pricer.paidDaily(view.spec().currency()).price(tariff(view.spec(), pool, price), used)));
        return charges;
    }

    private static Tariff tariff(CostSpec spec, PoolUse pool, Price price) {
        Check.that(
                price.unit().equals(Price.HOUR),
                "unit of the price of " + price.key(),
                price.unit(),
                "must be " + Price.HOUR);
        return new Tariff(
                CostClass.HARDWARE,
                pool.name(),
                price.key().label(),
                price.unit(),
                spec.convert(price.unitPrice(), price.currency()));
    }

    private static List<DayUse> uses(CostView view, PoolUse pool, Map<String, Map<CivilDay, Added>> added) {
        Stream<DayUse> held = view.shares().get(pool.name()).stream().map(OnDemandInstances::use);
        Stream<DayUse> beyond = added.getOrDefault(pool.name(), Map.of()).entrySet().stream()
                .map(entry -> entry.getValue().use(entry.getKey()));
        return Stream.concat(held, beyond).toList();
    }

    private static DayUse use(InstanceShare share) {
        String activity = share.holding() == Holding.SERVING ? DayUse.SERVING : DayUse.IDLE;
        return new DayUse(share.day(), share.service(), activity, share.in(Nanos.HOUR), cause(share));
    }

    private static String cause(InstanceShare share) {
        return switch (share.holding()) {
            case SERVING -> share.cause();
            case BOOTING -> share.cause() + "; boot, until the first replica";
            case UNOCCUPIED -> share.cause() + "; no replica";
        };
    }

    private static Map<String, Map<CivilDay, Added>> added(CostView view) {
        Map<String, Map<CivilDay, Added>> byPool = new TreeMap<>();
        for (InstanceLease lease : view.usage().leases()) {
            long nanos = lease.untilNanos() - lease.fromNanos();
            long beyond = view.spec().billing().billableSeconds(nanos) * Nanos.SECOND - nanos;
            if (beyond > 0) {
                CivilDay end = view.days().at(Math.max(lease.fromNanos(), lease.untilNanos() - 1));
                byPool.computeIfAbsent(lease.pool(), pool -> new HashMap<>())
                        .merge(end, new Added(beyond, 1), Added::plus);
            }
        }
        return byPool;
    }

    /** Time charged for beyond the leases' own. */
    private record Added(long nanos, int leases) {
        Added plus(Added other) {
            return new Added(nanos + other.nanos, leases + other.leases);
        }

        DayUse use(CivilDay day) {
            BigFraction hours = new BigFraction(BigInteger.valueOf(nanos), BigInteger.valueOf(Nanos.HOUR));
            String cause = leases + (leases == 1 ? " lease" : " leases") + "; rounding up and minimum";
            return new DayUse(day, "", DayUse.IDLE, hours, cause);
        }
    }
}
