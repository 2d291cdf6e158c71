package dev.purser.simulator.usage;

import dev.purser.simulator.time.Calendar;
import java.util.List;

/**
 * All that a run consumed, when and why, in exact integers. Cost reads this and nothing else of a run, so that a
 * finished run can be priced again.
 *
 * <p>Transfers, busy times and answered counts are metered per civil hour (the first and last may be shorter).
 *
 * @param calendar maps nanoseconds since the start onto civil time
 * @param horizonNanos length of the run
 * @param pools the pools instances belonged to
 * @param services names of all services
 */
public record Usage(
        Calendar calendar,
        long horizonNanos,
        List<PoolUse> pools,
        List<String> services,
        List<InstanceLease> leases,
        List<Occupancy> occupancies,
        List<Transfer> transfers,
        List<BusyTime> busy,
        List<RequestCount> answered) {
    public Usage {
        pools = List.copyOf(pools);
        services = List.copyOf(services);
        leases = List.copyOf(leases);
        occupancies = List.copyOf(occupancies);
        transfers = List.copyOf(transfers);
        busy = List.copyOf(busy);
        answered = List.copyOf(answered);
    }
}
