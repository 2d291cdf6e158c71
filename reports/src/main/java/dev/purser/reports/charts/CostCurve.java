package dev.purser.reports.charts;

import dev.purser.simulator.cost.Charge;
import dev.purser.simulator.cost.CostClass;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.usage.InstanceLease;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Effective cost by class over time. A charge whose period spans several pieces of time is spread over them: by the
 * time instances of its pool were leased in each, where it names a pool; else evenly.
 */
public final class CostCurve {
    private final TimeBuckets buckets;
    private final Map<String, double[]> leasedNanosByPool = new HashMap<>();
    private final Map<CostClass, double[]> costByClass = new EnumMap<>(CostClass.class);

    /** The costs of {@code run} over {@code buckets}. */
    public CostCurve(RunResult run, TimeBuckets buckets) {
        this.buckets = buckets;
        for (CostClass costClass : CostClass.values()) {
            costByClass.put(costClass, new double[buckets.size()]);
        }
        run.usage().leases().forEach(this::addLease);
        run.ledger().charges().forEach(this::addCharge);
    }

    /** Cost in each piece of time, in units of the bill's currency. */
    public double[] of(CostClass costClass) {
        return costByClass.get(costClass);
    }

    /** Cost of all classes in each piece of time. */
    public double[] total() {
        double[] total = new double[buckets.size()];
        for (double[] costs : costByClass.values()) {
            for (int i = 0; i < total.length; i++) {
                total[i] += costs[i];
            }
        }
        return total;
    }

    private void addLease(InstanceLease lease) {
        double[] leased = leasedNanosByPool.computeIfAbsent(lease.pool(), pool -> new double[buckets.size()]);
        int last = buckets.indexOf(Math.max(lease.fromNanos(), lease.untilNanos() - 1));
        for (int i = buckets.indexOf(lease.fromNanos()); i <= last; i++) {
            leased[i] += buckets.overlapNanos(i, lease.fromNanos(), lease.untilNanos());
        }
    }

    private void addCharge(Charge charge) {
        int first = buckets.indexOf(charge.fromNanos());
        int last = buckets.indexOf(Math.max(charge.fromNanos(), charge.untilNanos() - 1));
        double[] weights = weights(charge, first, last);
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] costs = costByClass.get(charge.costClass());
        double amount = charge.amount().amount().doubleValue();
        for (int i = 0; i < weights.length; i++) {
            costs[first + i] += sum > 0 ? amount * weights[i] / sum : amount / weights.length;
        }
    }

    private double[] weights(Charge charge, int first, int last) {
        double[] even = new double[last - first + 1];
        double[] leased = new double[even.length];
        double leasedSum = 0;
        double[] pool = leasedNanosByPool.getOrDefault(charge.pool(), new double[buckets.size()]);
        for (int i = 0; i < even.length; i++) {
            even[i] = buckets.overlapNanos(first + i, charge.fromNanos(), charge.untilNanos());
            double length = buckets.edgesNanos()[first + i + 1] - buckets.edgesNanos()[first + i];
            leased[i] = pool[first + i] * even[i] / length;
            leasedSum += leased[i];
        }
        return leasedSum > 0 ? leased : even;
    }
}
