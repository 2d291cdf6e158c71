package dev.purser.simulator.cost;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Data kept for the whole run.
 *
 * <pre>cost of a month = bytes / bytes of the unit x price of a unit-month</pre>
 *
 * with a {@link ByteUnit} of 10<sup>9</sup> or 2<sup>30</sup> bytes. Paid on the day: providers send the bill
 * afterwards.
 */
final class Storage implements CostRule {
    @Override
    public String name() {
        return "storage";
    }

    @Override
    public List<Charge> charges(CostView view) {
        List<Charge> charges = new ArrayList<>();
        for (StorageItem item : view.spec().storage()) {
            MonthlyLines lines = lines(view, item);
            String service = view.service(item.service(), "storage item " + item.name());
            charges.addAll(lines.paidDaily(lines.uses(service, "storage", item.bytes() + " bytes kept")));
        }
        return charges;
    }

    private static MonthlyLines lines(CostView view, StorageItem item) {
        Tariff tariff = new Tariff(
                CostClass.DATA,
                "",
                item.name(),
                item.unit().symbol() + "-month",
                view.spec().convert(item.price()).amount());
        BigFraction size = new BigFraction(item.bytes(), item.unit().bytes());
        return new MonthlyLines(view, tariff, size, view.days().all());
    }
}
