package dev.purser.simulator.usage;

import dev.purser.simulator.rows.RowFormat;

/** How the rows of {@link Usage} are kept while a run goes on. */
public final class UsageFormats {
    /** Leases. */
    public static final RowFormat<InstanceLease> LEASES = new RowFormat<>(
            (lease, out) -> out.text(lease.pool())
                    .number(lease.id())
                    .number(lease.fromNanos())
                    .number(lease.untilNanos())
                    .text(lease.cause()),
            in -> new InstanceLease(in.text(), in.number(), in.number(), in.number(), in.text()));

    /** Occupancies. */
    public static final RowFormat<Occupancy> OCCUPANCIES = new RowFormat<>(
            (held, out) -> out.number(held.lease())
                    .text(held.service())
                    .number(held.millionths())
                    .number(held.fromNanos())
                    .number(held.untilNanos()),
            in -> new Occupancy(in.number(), in.text(), (int) in.number(), in.number(), in.number()));

    /** Transfers. */
    public static final RowFormat<Transfer> TRANSFERS = new RowFormat<>(
            (transfer, out) -> out.text(transfer.fromSite())
                    .text(transfer.toSite())
                    .text(transfer.service())
                    .number(transfer.fromNanos())
                    .number(transfer.untilNanos())
                    .number(transfer.bytes()),
            in -> new Transfer(in.text(), in.text(), in.text(), in.number(), in.number(), in.number()));

    /** Busy times. */
    public static final RowFormat<BusyTime> BUSY = new RowFormat<>(
            (busy, out) -> out.text(busy.pool())
                    .text(busy.service())
                    .number(busy.fromNanos())
                    .number(busy.untilNanos())
                    .number(busy.instanceNanos()),
            in -> new BusyTime(in.text(), in.text(), in.number(), in.number(), in.number()));

    /** Counts of answered requests. */
    public static final RowFormat<RequestCount> ANSWERED = new RowFormat<>(
            (count, out) -> out.text(count.service())
                    .number(count.fromNanos())
                    .number(count.untilNanos())
                    .number(count.answered()),
            in -> new RequestCount(in.text(), in.number(), in.number(), in.number()));

    private UsageFormats() {}
}
