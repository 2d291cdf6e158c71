package dev.purser.simulator.cost;

import dev.purser.simulator.units.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Maintenance of owned machines, as a fraction of their price.
 *
 * <pre>cost of a month = machines x purchase price x yearly fraction / 12</pre>
 *
 * The price of a machine-month is rounded to {@value Money#SCALE} decimals first. Paid in advance, month by month, as
 * long as the machines run, past their written-off life too; borne by the services in proportion to the machine-time
 * they held.
 */
final class Maintenance implements CostRule {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    @Override
    public String name() {
        return "maintenance";
    }

    @Override
    public List<Charge> charges(CostView view) {
        List<Charge> charges = new ArrayList<>();
        for (OwnedPool pool : maintained(view)) {
            MonthlyLines lines = lines(pool);
            String cause = "maintenance of pool " + pool.use().name();
            charges.addAll(lines.paidInAdvance(pool.borne(lines::quantity), "", cause));
        }
        return charges;
    }

    @Override
    public List<Obligation> obligations(CostView view) {
        return maintained(view).stream()
                .map(pool -> lines(pool).prepaid())
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<OwnedPool> maintained(CostView view) {
        return OwnedPool.all(view).stream()
                .filter(pool -> pool.hardware().maintenancePerYear().signum() > 0)
                .toList();
    }

    private static MonthlyLines lines(OwnedPool pool) {
        OwnedHardware hardware = pool.hardware();
        BigDecimal yearly =
                pool.view().spec().convert(hardware.purchasePrice()).amount().multiply(hardware.maintenancePerYear());
        BigDecimal monthly = yearly.divide(MONTHS, Money.SCALE, RoundingMode.HALF_EVEN);
        Tariff tariff = new Tariff(CostClass.OPERATIONS, pool.use().name(), "maintenance", "machine-month", monthly);
        return new MonthlyLines(pool.view(), tariff, pool.machines(), pool.days());
    }
}
