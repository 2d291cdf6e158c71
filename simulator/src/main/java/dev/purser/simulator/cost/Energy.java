package dev.purser.simulator.cost;

import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.BusyTime;
import dev.purser.simulator.usage.CivilDay;
import dev.purser.simulator.usage.InstanceShare;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Electrical energy of owned machines.
 *
 * <pre>
 * kWh = (idle W x machine-seconds + (max W - idle W) x busy machine-seconds) x PUE / 3,600,000
 * </pre>
 *
 * A service bears the idle power of the share it held ({@code serving}) and the power its work added ({@code
 * computing}); nobody ({@code idle}) bears the rest. Power is taken to grow in a straight line with the busy share, as in Fan, Weber and Barroso, "Power
 * provisioning for a warehouse-sized computer", ISCA 2007. Rented instances have their energy in their price.
 */
final class Energy implements CostRule {
    private static final BigInteger WATT_NANOS_PER_KWH =
            BigInteger.valueOf(1000L).multiply(BigInteger.valueOf(Nanos.HOUR));

    @Override
    public String name() {
        return "energy";
    }

    @Override
    public List<Charge> charges(CostView view) {
        List<Charge> charges = new ArrayList<>();
        for (OwnedPool pool : OwnedPool.all(view)) {
            Pricer pricer = Pricer.paidDaily(view.spec().currency());
            charges.addAll(pricer.price(tariff(view.spec(), pool), uses(pool)));
        }
        return charges;
    }

    private static Tariff tariff(CostSpec spec, OwnedPool pool) {
        BigDecimal price = spec.convert(pool.hardware().energyPrice()).amount();
        return new Tariff(CostClass.OPERATIONS, pool.use().name(), "energy", "kWh", price);
    }

    private static List<DayUse> uses(OwnedPool pool) {
        BigFraction idleWatts = watts(pool.use().type().idleWatts());
        BigFraction addedWatts = watts(pool.use().type().maxWatts()).subtract(idleWatts);
        BigFraction perWattNano =
                Tariff.exact(pool.hardware().powerUsageEffectiveness()).divide(WATT_NANOS_PER_KWH);
        List<DayUse> uses =
                new ArrayList<>(pool.borne(day -> machineNanos(pool, day).multiply(idleWatts.multiply(perWattNano))));
        busy(pool)
                .forEach((day, byService) -> byService.forEach((service, nanos) -> uses.add(new DayUse(
                        day,
                        service,
                        "computing",
                        addedWatts.multiply(nanos).multiply(perWattNano),
                        "busy time of " + service))));
        return uses;
    }

    private static BigFraction machineNanos(OwnedPool pool, CivilDay day) {
        return pool.machineTime(day).divide(InstanceShare.WHOLE);
    }

    private static Map<CivilDay, Map<String, Long>> busy(OwnedPool pool) {
        Map<CivilDay, Map<String, Long>> busy = new LinkedHashMap<>();
        for (BusyTime time : pool.view().usage().busy()) {
            if (time.pool().equals(pool.use().name())) {
                pool.view()
                        .days()
                        .spread(time.instanceNanos(), time.fromNanos(), time.untilNanos())
                        .forEach((day, nanos) -> busy.computeIfAbsent(day, d -> new TreeMap<>())
                                .merge(time.service(), nanos, Long::sum));
            }
        }
        return busy;
    }

    private static BigFraction watts(double watts) {
        return Tariff.exact(BigDecimal.valueOf(watts));
    }
}
