package dev.purser.reports;

import dev.purser.simulator.cost.Charge;
import dev.purser.simulator.cost.CostClass;
import dev.purser.simulator.cost.Obligation;
import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A bill by civil day for a synthetic run: instances by the hours replicas were ready, and a few fixed items. */
record SyntheticBill(List<String> names, long horizonNanos, List<IntervalRow> intervals) {
    static final List<Obligation> OBLIGATIONS = List.of(
            new Obligation(Obligation.Kind.BOOK_VALUE, "server owned", "edge", money(12_345), money(12_300)),
            new Obligation(Obligation.Kind.PREPAYMENT, "monitoring licence", "", money(0), money(250)));

    List<Charge> charges() {
        List<Charge> charges = new ArrayList<>();
        for (long from = 0; from < horizonNanos; from += Nanos.DAY) {
            long until = Math.min(horizonNanos, from + Nanos.DAY);
            double days = (double) (until - from) / Nanos.DAY;
            for (String name : names) {
                String service = SyntheticRun.service(names, name);
                double hours = readyHours(service, from, until);
                charges.add(charge(from, until, CostClass.HARDWARE, "serving", service, "gpu", 0.62 * hours, 0.526));
                charges.add(charge(from, until, CostClass.HARDWARE, "idle", service, "gpu", 0.38 * hours, 0.526));
            }
            charges.add(item(from, until, CostClass.DATA, "storage", "features, 2 TiB", 163.84 / 30 * days));
            charges.add(item(from, until, CostClass.DATA, "transfer", "us-east-1 to us-west-2", 1.37 * days));
            charges.add(item(from, until, CostClass.SOFTWARE, "monitoring", "monitoring licence", 500 / 30.0 * days));
            charges.add(item(from, until, CostClass.PEOPLE, "operation", "ml-engineer", 0.5 * 9000 / 30.0 * days));
            charges.add(item(from, until, CostClass.OPERATIONS, "on-call", "on-call rota", 900 / 30.0 * days));
        }
        return charges;
    }

    private double readyHours(String service, long from, long until) {
        return intervals.stream()
                .filter(row -> row.name().equals(service) && row.fromNanos() >= from && row.fromNanos() < until)
                .mapToDouble(row -> row.readyReplicas() * row.lengthNanos() / Nanos.HOUR)
                .sum();
    }

    private static Charge charge(
            long from,
            long until,
            CostClass costClass,
            String activity,
            String service,
            String pool,
            double quantity,
            double price) {
        Money amount = money(quantity * price);
        return new Charge(
                from,
                until,
                costClass,
                activity,
                service,
                pool,
                "g4dn.xlarge on-demand",
                BigDecimal.valueOf(quantity),
                "h",
                BigDecimal.valueOf(price),
                amount,
                amount,
                "instances of pool " + pool);
    }

    private static Charge item(
            long from, long until, CostClass costClass, String activity, String item, double amount) {
        return new Charge(
                from,
                until,
                costClass,
                activity,
                "",
                "",
                item,
                BigDecimal.ONE,
                "month",
                BigDecimal.valueOf(amount),
                money(amount),
                money(amount),
                "fixed item");
    }

    private static Money money(double amount) {
        return new Money(BigDecimal.valueOf(amount), SyntheticRun.USD);
    }
}
