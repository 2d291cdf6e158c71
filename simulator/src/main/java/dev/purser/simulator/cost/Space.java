package dev.purser.simulator.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The room of owned machines: rack, building, cooling plant.
 *
 * <pre>cost of a month = machines x price of a machine-month</pre>
 *
 * Paid in advance, month by month; borne by the services in proportion to the machine-time they held.
 */
final class Space implements CostRule {
    @Override
    public String name() {
        return "space";
    }

    @Override
    public List<Charge> charges(CostView view) {
        List<Charge> charges = new ArrayList<>();
        for (OwnedPool pool : OwnedPool.all(view)) {
            MonthlyLines lines = lines(pool);
            charges.addAll(lines.paidInAdvance(
                    pool.borne(lines::quantity),
                    "",
                    "room of pool " + pool.use().name()));
        }
        return charges;
    }

    @Override
    public List<Obligation> obligations(CostView view) {
        return OwnedPool.all(view).stream()
                .map(pool -> lines(pool).prepaid())
                .flatMap(Optional::stream)
                .toList();
    }

    private static MonthlyLines lines(OwnedPool pool) {
        Tariff tariff = new Tariff(
                CostClass.OPERATIONS,
                pool.use().name(),
                "space",
                "machine-month",
                pool.view().spec().convert(pool.hardware().spacePrice()).amount());
        return new MonthlyLines(pool.view(), tariff, pool.machines(), pool.days());
    }
}
