package dev.purser.simulator.cost;

import dev.purser.simulator.units.Money;
import dev.purser.simulator.usage.CivilDay;
import dev.purser.simulator.usage.CivilDays;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Owned machines, written off in a straight line over the civil days of their life.
 *
 * <pre>
 * effective cost of a day  machines x (purchase price - salvage) / days of life
 * billed                   machines x purchase price, on the purchase date, where that lies in the run
 * book value               machines x purchase price - depreciation so far
 * </pre>
 *
 * The whole life is one period of rounding: over it the lines sum to purchase price less salvage, to the last digit.
 */
final class Depreciation implements CostRule {
    @Override
    public String name() {
        return "depreciation";
    }

    @Override
    public List<Charge> charges(CostView view) {
        List<Charge> charges = new ArrayList<>();
        for (OwnedPool pool : OwnedPool.all(view)) {
            charges.addAll(new Life(pool).charges());
        }
        return charges;
    }

    @Override
    public List<Obligation> obligations(CostView view) {
        return OwnedPool.all(view).stream()
                .filter(pool -> !pool.days().isEmpty())
                .map(pool -> new Life(pool).bookValue())
                .toList();
    }

    /** The life of one pool's machines. */
    private static final class Life {
        private final OwnedPool pool;
        private final CivilDays days;
        private final Pricer pricer;
        private final long lifeDays;
        private final BigFraction bought;
        private final Money price;
        private final BigFraction perMachineDay;

        Life(OwnedPool pool) {
            this.pool = pool;
            days = pool.view().days();
            CostSpec spec = pool.view().spec();
            OwnedHardware hardware = pool.hardware();
            pricer = Pricer.prepaid(spec.currency());
            lifeDays = ChronoUnit.DAYS.between(hardware.purchaseDate(), hardware.endOfLife());
            bought = pool.isBoughtInRun()
                    ? days.position(pool.days().get(0).fromNanos())
                    : new BigFraction(hardware.purchaseDate().toEpochDay());
            price = spec.convert(hardware.purchasePrice());
            Money lost = price.minus(spec.convert(hardware.salvage()));
            perMachineDay = Tariff.exact(lost.amount()).divide(lifeDays);
        }

        List<Charge> charges() {
            List<DayUse> uses = pool.borne(this::machineDays);
            List<Charge> charges = new ArrayList<>(pricer.price(perDay(), perMachineDay, machineDaysUntil(0), uses));
            if (pool.isBoughtInRun()) {
                String cause =
                        pool.use().owned() + " bought for pool " + pool.use().name();
                charges.add(pricer.payment(perMachine(), pool.days().get(0), "", "purchase", pool.machines(), cause));
            }
            return charges;
        }

        Obligation bookValue() {
            Money atStart = pool.isBoughtInRun() ? pricer.money(BigFraction.ZERO) : bookValue(0);
            Money atEnd = bookValue(days.last().untilNanos());
            return new Obligation(Obligation.Kind.BOOK_VALUE, item(), pool.use().name(), atStart, atEnd);
        }

        private Money bookValue(long nanos) {
            Money all = pricer.money(Tariff.exact(price.amount()).multiply(pool.machines()));
            return all.minus(pricer.money(machineDaysUntil(nanos).multiply(perMachineDay)));
        }

        private BigFraction machineDays(CivilDay day) {
            return machineDaysUntil(day.untilNanos()).subtract(machineDaysUntil(day.fromNanos()));
        }

        private BigFraction machineDaysUntil(long nanos) {
            BigFraction age = days.position(nanos).subtract(bought);
            BigFraction end = new BigFraction(lifeDays);
            BigFraction notNegative = age.compareTo(BigFraction.ZERO) < 0 ? BigFraction.ZERO : age;
            return (notNegative.compareTo(end) > 0 ? end : notNegative).multiply(pool.machines());
        }

        private Tariff perDay() {
            Money shown = pricer.money(perMachineDay);
            return new Tariff(CostClass.HARDWARE, pool.use().name(), item(), "machine-day", shown.amount());
        }

        private Tariff perMachine() {
            return new Tariff(CostClass.HARDWARE, pool.use().name(), item(), "machine", price.amount());
        }

        private String item() {
            return pool.use().type().name() + " owned";
        }
    }
}
