package dev.purser.simulator.fleet;

import dev.purser.simulator.hardware.HardwareType;
import dev.purser.simulator.serving.Replica;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.Occupancy;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Writes down which instances were held how long, and by whom. */
final class UsageMeter {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private final List<InstanceLease> leases = new ArrayList<>();
    private final List<Occupancy> occupancies = new ArrayList<>();

    List<InstanceLease> leases() {
        return leases;
    }

    List<Occupancy> occupancies() {
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
        return BigInteger.valueOf(part)
                .multiply(MILLION)
                .divide(BigInteger.valueOf(whole))
                .intValueExact();
    }
}
