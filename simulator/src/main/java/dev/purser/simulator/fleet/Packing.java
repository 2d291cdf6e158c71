package dev.purser.simulator.fleet;

import dev.purser.simulator.fleet.PoolView.ReplicaView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Places replicas on instances in thought, first fit decreasing: largest share of an instance first. */
final class Packing {
    private Packing() {}

    /** An instance with what it would hold. */
    static final class Bin {
        private final long node;
        private Resources free;
        private List<ReplicaView> replicas;
        private boolean isCopy;

        Bin(long node, Resources free, List<ReplicaView> replicas) {
            this.node = node;
            this.free = free;
            this.replicas = replicas;
        }

        long node() {
            return node;
        }

        List<ReplicaView> replicas() {
            return replicas;
        }

        private void put(ReplicaView replica) {
            if (!isCopy) {
                replicas = new ArrayList<>(replicas);
                isCopy = true;
            }
            replicas.add(replica);
            free = free.minus(replica.request());
        }

        private void takeBack(ReplicaView replica) {
            replicas.remove(replica);
            free = free.plus(replica.request());
        }
    }

    /** A replica and the instance it would go to. */
    record Placed(ReplicaView replica, Bin bin) {}

    /** {@code replicas}, the largest shares of {@code instance} first; equal ones in their order. */
    static List<ReplicaView> decreasing(Collection<ReplicaView> replicas, Resources instance) {
        return replicas.stream()
                .sorted(Comparator.comparingDouble((ReplicaView replica) -> -instance.shares(replica.request())))
                .toList();
    }

    /** Puts {@code replica} into the first bin with room. */
    static Optional<Bin> firstFit(ReplicaView replica, List<Bin> bins) {
        return firstFit(replica, bins, null);
    }

    private static Optional<Bin> firstFit(ReplicaView replica, List<Bin> bins, @Nullable Bin except) {
        for (Bin bin : bins) {
            if (bin != except && bin.free.holds(replica.request())) {
                bin.put(replica);
                return Optional.of(bin);
            }
        }
        return Optional.empty();
    }

    /** Puts all of {@code replicas}, in their order, into {@code bins} but for one; without room for one of them, none. */
    static Optional<List<Placed>> all(List<ReplicaView> replicas, List<Bin> bins, Bin except) {
        List<Placed> placed = new ArrayList<>(replicas.size());
        for (ReplicaView replica : replicas) {
            Optional<Bin> bin = firstFit(replica, bins, except);
            if (bin.isEmpty()) {
                placed.forEach(one -> one.bin().takeBack(one.replica()));
                return Optional.empty();
            }
            placed.add(new Placed(replica, bin.get()));
        }
        return Optional.of(placed);
    }
}
