package dev.purser.simulator.fleet;

import dev.purser.simulator.hardware.HardwareType;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.rows.Rows;
import dev.purser.simulator.rows.WrittenRows;
import dev.purser.simulator.serving.Replica;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.Occupancy;
import dev.purser.simulator.usage.UsageFormats;
import java.math.BigInteger;

/** Writes down which instances were held how long, and by whom. */
final class UsageMeter {
    private static final long MILLION = 1_000_000;

    private final WrittenRows<InstanceLease> leases;
    private final WrittenRows<Occupancy> occupancies;

    UsageMeter(RowStore store) {
        leases = new WrittenRows<>(UsageFormats.LEASES, store);
        occupancies = new WrittenRows<>(UsageFormats.OCCUPANCIES, store);
    }

    /** In order of their ends. */
    Rows<InstanceLease> leases() {
        return leases;
    }

    /** In order of their ends. */
    Rows<Occupancy> occupancies() {
        return occupancies;
    }

    void leased(Instance instance, long untilNanos) {
        leases.add(new InstanceLease(
                instance.pool().name(), instance.id(), instance.orderedNanos(), untilNanos, instance.cause()));
    }

    void occupied(Instance instance, Replica replica, long sinceNanos, long untilNanos) {
        int share = shareInMillionths(replica.spec().request(), instance.pool().type());
        if (untilNanos > sinceNanos) {
            occupancies.add(new Occupancy(instance.id(), replica.spec().name(), share, sinceNanos, untilNanos));
        }
    }

    /**
     * Share of an instance that a replica takes: the largest of its shares of cores, memory and cards, rounded down, so
     * that replicas that fit on an instance by that one resource never hold more than the whole.
     */
    static int shareInMillionths(ResourceRequest request, HardwareType type) {
        int cores = millionths(request.milliCores(), type.cores() * 1000L);
        int memory = millionths(request.memoryBytes(), type.memoryBytes());
        int cards = type.accelerators() == 0 ? 0 : millionths(request.accelerators(), type.accelerators());
        return Math.max(cores, Math.max(memory, cards));
    }

    private static int millionths(long part, long whole) {
        return Math.toIntExact(
                part <= Long.MAX_VALUE / MILLION
                        ? part * MILLION / whole
                        : BigInteger.valueOf(part)
                                .multiply(BigInteger.valueOf(MILLION))
                                .divide(BigInteger.valueOf(whole))
                                .longValueExact());
    }
}
