package dev.purser.simulator.cost;

import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nearest;
import dev.purser.simulator.usage.CivilDay;
import dev.purser.simulator.usage.Holding;
import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.InstanceShare;
import dev.purser.simulator.usage.PoolUse;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * An owned pool with what its machines cost. Its machines are there and powered from the purchase date on, leased or
 * not; what a day costs is borne by the services in proportion to the machine-time they held, and as {@code idle} by
 * nobody for the rest.
 */
record OwnedPool(CostView view, PoolUse use, OwnedHardware hardware, Map<CivilDay, List<InstanceShare>> serving) {
    /** The owned pools that have machines. */
    static List<OwnedPool> all(CostView view) {
        List<PoolUse> pools = view.pools(PurchaseOption.OWNED);
        Map<String, OwnedHardware> byName = hardware(view, pools);
        List<OwnedPool> owned = new ArrayList<>();
        for (PoolUse pool : pools) {
            checkMachines(view, pool);
            if (pool.owned() > 0 && !view.days().all().isEmpty()) {
                OwnedHardware hardware = byName.get(pool.name());
                Check.that(hardware != null, "owned pool " + pool.name(), "no hardware", priced(byName, pool));
                checkBought(view, hardware);
                owned.add(new OwnedPool(view, pool, hardware, serving(view, pool)));
            }
        }
        return owned;
    }

    /** How many machines. */
    BigFraction machines() {
        return new BigFraction(use.owned());
    }

    /** The days of the run on which the machines are there. */
    List<CivilDay> days() {
        return view.days().all().stream()
                .filter(day -> !day.date().isBefore(hardware.purchaseDate()))
                .toList();
    }

    /** Whether the machines are bought within the run. */
    boolean isBoughtInRun() {
        return !days().isEmpty()
                && !hardware.purchaseDate().isBefore(view.days().first().date());
    }

    /** A {@code quantity} for each day, borne by whoever held the machines. */
    List<DayUse> borne(Function<CivilDay, BigFraction> quantity) {
        List<DayUse> uses = new ArrayList<>();
        for (CivilDay day : days()) {
            BigFraction time = machineTime(day);
            BigFraction perTime = quantity.apply(day).divide(time);
            BigFraction free = time;
            for (InstanceShare share : held(day)) {
                BigFraction held = new BigFraction(share.millionthNanos());
                uses.add(new DayUse(day, share.service(), DayUse.SERVING, perTime.multiply(held), share.cause()));
                free = free.subtract(held);
            }
            uses.add(new DayUse(day, "", DayUse.IDLE, perTime.multiply(checkFree(free, day)), idleCause()));
        }
        return uses;
    }

    /** Time services held machines on {@code day}. */
    List<InstanceShare> held(CivilDay day) {
        return serving.getOrDefault(day, List.of());
    }

    /** Time of all machines on {@code day}, in nanoseconds of a millionth of a machine. */
    BigFraction machineTime(CivilDay day) {
        return new BigFraction(BigInteger.valueOf(InstanceShare.WHOLE).multiply(BigInteger.valueOf(day.nanos())))
                .multiply(machines());
    }

    String idleCause() {
        return use.owned() + (use.owned() == 1 ? " machine; no replica" : " machines; no replica");
    }

    private BigFraction checkFree(BigFraction free, CivilDay day) {
        Check.that(
                free.compareTo(BigFraction.ZERO) >= 0,
                "time services held machines of pool " + use.name() + " on " + day.date(),
                "more than there is",
                "must fit in " + use.owned() + " machines");
        return free;
    }

    private static Map<String, OwnedHardware> hardware(CostView view, List<PoolUse> pools) {
        List<String> names = pools.stream().map(PoolUse::name).toList();
        Map<String, OwnedHardware> byName = new HashMap<>();
        for (OwnedHardware hardware : view.spec().owned()) {
            String pool = hardware.pool();
            Check.that(
                    names.contains(pool),
                    "pool of owned hardware",
                    pool,
                    "must be an owned pool; nearest: " + Nearest.names(pool, names, 1));
            Check.that(byName.put(pool, hardware) == null, "owned hardware", pool + " twice", "must be stated once");
        }
        return byName;
    }

    private static String priced(Map<String, OwnedHardware> byName, PoolUse pool) {
        return "must have an entry with its purchase price; nearest: " + Nearest.names(pool.name(), byName.keySet(), 1);
    }

    private static void checkMachines(CostView view, PoolUse pool) {
        boolean used =
                view.usage().leases().stream().anyMatch(lease -> lease.pool().equals(pool.name()));
        Check.that(pool.owned() > 0 || !used, "machines of owned pool " + pool.name(), pool.owned(), "must be above 0");
    }

    private static void checkBought(CostView view, OwnedHardware hardware) {
        for (InstanceLease lease : view.usage().leases()) {
            if (lease.pool().equals(hardware.pool())) {
                Check.that(
                        !view.days().at(lease.fromNanos()).date().isBefore(hardware.purchaseDate()),
                        "purchase date of pool " + hardware.pool(),
                        hardware.purchaseDate(),
                        "must not be after its first use");
            }
        }
    }

    private static Map<CivilDay, List<InstanceShare>> serving(CostView view, PoolUse pool) {
        Map<CivilDay, List<InstanceShare>> byDay = new HashMap<>();
        for (InstanceShare share : view.shares().get(pool.name())) {
            if (share.holding() == Holding.SERVING) {
                byDay.computeIfAbsent(share.day(), day -> new ArrayList<>()).add(share);
            }
        }
        return byDay;
    }
}
