package dev.purser.simulator.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Fixed monthly items, such as licences.
 *
 * <pre>cost of a day = monthly amount / days of its month</pre>
 *
 * Paid in advance for each month, or on the day, as the item says.
 */
final class FixedMonthly implements CostRule {
    @Override
    public String name() {
        return "fixed";
    }

    @Override
    public List<Charge> charges(CostView view) {
        List<Charge> charges = new ArrayList<>();
        for (FixedItem item : view.spec().fixed()) {
            String service = view.service(item.service(), "fixed item " + item.name());
            MonthlyLines lines = lines(view, item);
            List<DayUse> uses = lines.uses(service, "fixed", "one a month");
            charges.addAll(
                    item.inAdvance() ? lines.paidInAdvance(uses, service, "one a month") : lines.paidDaily(uses));
        }
        return charges;
    }

    @Override
    public List<Obligation> obligations(CostView view) {
        return view.spec().fixed().stream()
                .filter(FixedItem::inAdvance)
                .map(item -> lines(view, item).prepaid())
                .flatMap(Optional::stream)
                .toList();
    }

    private static MonthlyLines lines(CostView view, FixedItem item) {
        Tariff tariff = new Tariff(
                item.costClass(),
                "",
                item.name(),
                "month",
                view.spec().convert(item.monthly()).amount());
        return new MonthlyLines(view, tariff, BigFraction.ONE, view.days().all());
    }
}
