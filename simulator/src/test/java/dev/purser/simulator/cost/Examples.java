package dev.purser.simulator.cost;

import dev.purser.simulator.hardware.HardwareType;
import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.BusyTime;
import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.Occupancy;
import dev.purser.simulator.usage.PoolUse;
import dev.purser.simulator.usage.RequestCount;
import dev.purser.simulator.usage.Transfer;
import dev.purser.simulator.usage.Usage;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Usages and specifications that several tests price. */
final class Examples {
    static final Currency USD = Currency.getInstance("USD");
    static final Currency EUR = Currency.getInstance("EUR");
    static final String RENTED = "burst";
    static final String OWN = "own";
    static final List<String> SERVICES = List.of("recall", "ranking");
    static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private Examples() {}

    static Money usd(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }

    static BigDecimal decimal(String number) {
        return new BigDecimal(number);
    }

    static Price hourly(String price, Currency currency, LocalDate validFrom) {
        PriceKey key = new PriceKey("aws", "us-east-1", "g4dn.xlarge", PurchaseOption.ON_DEMAND);
        return new Price(key, Price.HOUR, decimal(price), currency, validFrom, "example");
    }

    static CostSpec rentedAt(String price) {
        return CostSpec.of(USD, List.of(new PriceList("example", List.of(hourly(price, USD, LONG_AGO)))));
    }

    static OwnedHardware machines(LocalDate bought) {
        return new OwnedHardware(
                OWN, usd("10950"), bought, 36, usd("0"), usd("0.20"), decimal("1.5"), usd("60"), decimal("0.12"));
    }

    /** A specification that has something for every rule. */
    static CostSpec full() {
        CostSpec rented = rentedAt("0.526");
        return new CostSpec(
                USD,
                List.of(),
                rented.prices(),
                BillingRule.PER_SECOND,
                List.of(machines(LocalDate.of(2025, 1, 1))),
                List.of(new StorageItem("models", 5_000_000_000_000L, usd("0.023"), ByteUnit.GIB, Optional.empty())),
                List.of(
                        new TransferPrice("cloud", "internet", usd("0.09"), ByteUnit.GB),
                        new TransferPrice("hall", "cloud", usd("0.02"), ByteUnit.GB)),
                List.of(
                        new FixedItem("monitoring", CostClass.SOFTWARE, usd("1000"), Optional.empty(), true),
                        new FixedItem("corpus", CostClass.DATA, usd("310"), Optional.of("recall"), false)),
                List.of(new Role("engineer", decimal("1.5"), usd("8000"), decimal("1.3"), Optional.of("ranking"))));
    }

    /** Collects a usage of a rented and an owned pool. */
    static final class Builder {
        private final Calendar calendar;
        private final long horizon;
        private final List<InstanceLease> leases = new ArrayList<>();
        private final List<Occupancy> occupancies = new ArrayList<>();
        private final List<Transfer> transfers = new ArrayList<>();
        private final List<BusyTime> busy = new ArrayList<>();
        private final List<RequestCount> answered = new ArrayList<>();
        private int machines;

        Builder(String start, long horizonNanos) {
            this(ZonedDateTime.parse(start), horizonNanos);
        }

        Builder(ZonedDateTime start, long horizonNanos) {
            calendar = new Calendar(start, Set.of(), DayOfWeek.SUNDAY);
            horizon = horizonNanos;
        }

        Builder machines(int count) {
            machines = count;
            return this;
        }

        Builder lease(String pool, long id, long fromNanos, long untilNanos) {
            String cause = pool.equals(OWN) ? "fewest instances of own" : "scaling of ranking";
            leases.add(new InstanceLease(pool, id, fromNanos, untilNanos, cause));
            return this;
        }

        Builder held(long lease, String service, int millionths, long fromNanos, long untilNanos) {
            occupancies.add(new Occupancy(lease, service, millionths, fromNanos, untilNanos));
            return this;
        }

        Builder moved(String from, String to, long fromNanos, long bytes) {
            transfers.add(new Transfer(from, to, "ranking", fromNanos, fromNanos + Nanos.HOUR, bytes));
            return this;
        }

        Builder busy(String pool, String service, long fromNanos, long untilNanos, long instanceNanos) {
            busy.add(new BusyTime(pool, service, fromNanos, untilNanos, instanceNanos));
            return this;
        }

        Builder answered(String service, long requests) {
            answered.add(new RequestCount(service, 0, horizon, requests));
            return this;
        }

        Usage build() {
            return new Usage(calendar, horizon, pools(), SERVICES, leases, occupancies, transfers, busy, answered);
        }

        private List<PoolUse> pools() {
            HardwareType rented = new HardwareType("g4dn.xlarge", "aws", 4, 16L << 30, Optional.empty(), 0, 0, 0);
            HardwareType own = new HardwareType("server", "owned", 32, 256L << 30, Optional.empty(), 0, 200, 600);
            return List.of(
                    new PoolUse(RENTED, "cloud", "us-east-1", rented, PurchaseOption.ON_DEMAND, 0),
                    new PoolUse(OWN, "hall", "here", own, PurchaseOption.OWNED, machines));
        }
    }
}
