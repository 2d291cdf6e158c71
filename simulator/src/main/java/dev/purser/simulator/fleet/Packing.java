package dev.purser.simulator.fleet;

import dev.purser.simulator.fleet.PoolView.ReplicaView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Places replicas on instances in thought, first fit decreasing: largest share of an instance first. */
final class Packing {
    private Packing() {}

    /** An instance with what it would hold. */
    static final class Bin {
        private final long node;
        private Resources free;
        private final List<ReplicaView> replicas;

        Bin(long node, Resources free, List<ReplicaView> replicas) {
            this.node = node;
            this.free = free;
            this.replicas = new ArrayList<>(replicas);
        }

        long node() {
            return node;
        }

        List<ReplicaView> replicas() {
            return replicas;
        }

        private void put(ReplicaView replica) {
            replicas.add(replica);
            free = free.minus(replica.request());
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
        for (Bin bin : bins) {
            if (bin.free.holds(replica.request())) {
                bin.put(replica);
                return Optional.of(bin);
            }
        }
        return Optional.empty();
    }

    /** Puts all of {@code replicas}, in their order, into {@code bins}; without room for one, none. */
    static Optional<List<Placed>> all(List<ReplicaView> replicas, List<Bin> bins) {
        List<Resources> before = bins.stream().map(bin -> bin.free).toList();
        List<Placed> placed = new ArrayList<>();
        for (ReplicaView replica : replicas) {
            Optional<Bin> bin = firstFit(replica, bins);
            if (bin.isEmpty()) {
                undo(placed, bins, before);
                return Optional.empty();
            }
            placed.add(new Placed(replica, bin.get()));
        }
        return Optional.of(placed);
    }

    private static void undo(List<Placed> placed, List<Bin> bins, List<Resources> before) {
        for (int i = 0; i < bins.size(); i++) {
            bins.get(i).free = before.get(i);
        }
        placed.forEach(one -> one.bin().replicas.remove(one.replica()));
    }
}
