package dev.purser.simulator.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Salaries by role.
 *
 * <pre>cost of a month = count x monthly salary x overhead</pre>
 *
 * Paid on the day, as salaries accrue.
 */
final class People implements CostRule {
    @Override
    public String name() {
        return "people";
    }

    @Override
    public List<Charge> charges(CostView view) {
        List<Charge> charges = new ArrayList<>();
        for (Role role : view.spec().people()) {
            String service = view.service(role.service(), "role " + role.name());
            MonthlyLines lines = lines(view, role);
            String cause = role.count().stripTrailingZeros().toPlainString() + " full-time equivalents";
            charges.addAll(lines.paidDaily(lines.uses(service, "salaries", cause)));
        }
        return charges;
    }

    private static MonthlyLines lines(CostView view, Role role) {
        BigDecimal salary = role.monthlySalary().amount().multiply(role.overhead());
        BigDecimal price = view.spec().convert(salary, role.monthlySalary().currency());
        Tariff tariff = new Tariff(CostClass.PEOPLE, "", role.name(), "person-month", price);
        return new MonthlyLines(
                view, tariff, Tariff.exact(role.count()), view.days().all());
    }
}
