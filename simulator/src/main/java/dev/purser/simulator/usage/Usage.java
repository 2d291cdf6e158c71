package dev.purser.simulator.usage;

import dev.purser.simulator.time.Calendar;
import java.util.Collection;
import java.util.List;

/**
 * All that a run consumed, when and why, in exact integers. Cost reads this and nothing else of a run, so that a
 * finished run can be priced again.
 *
 * <p>Transfers, busy times and answered counts are metered per civil hour (the first and last may be shorter).
 *
 * <p>What there is more of in a longer run may be kept outside of memory: such collections are read one row after the
 * other, any number of times, and not changed. {@code Rows} of leases and of occupancies must be in order of the ends,
 * as a run writes them; lists may be in any order.
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
        Collection<InstanceLease> leases,
        Collection<Occupancy> occupancies,
        Collection<Transfer> transfers,
        Collection<BusyTime> busy,
        Collection<RequestCount> answered) {
    public Usage {
        pools = List.copyOf(pools);
        services = List.copyOf(services);
    }
}
