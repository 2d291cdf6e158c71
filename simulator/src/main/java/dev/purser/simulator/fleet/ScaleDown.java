package dev.purser.simulator.fleet;

import dev.purser.simulator.fleet.NodeDecision.Move;
import dev.purser.simulator.fleet.NodeDecision.Removal;
import dev.purser.simulator.fleet.Packing.Bin;
import dev.purser.simulator.fleet.Packing.Placed;
import dev.purser.simulator.fleet.PoolView.NodeView;
import dev.purser.simulator.fleet.PoolView.ReplicaView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which ready instances a pool does not need: those under the utilisation threshold whose replicas all fit on other
 * ready instances.
 *
 * <p>They are looked at one after the other: empty ones first, then the longest unneeded, then by id. One found unneeded
 * takes no replicas of those after it, and what was moved in thought stays moved (and moves on, should its new place be
 * unneeded too), so that all findings hold together. The first with replicas thus moves its own alone.
 */
final class ScaleDown {
    private static final Comparator<Candidate> ORDER = Comparator.comparing(
                    (Candidate one) -> !one.node.replicas().isEmpty())
            .thenComparingLong(one -> one.node.unneededSinceNanos())
            .thenComparingLong(one -> one.node.id());

    /** An instance and its bin. */
    private record Candidate(NodeView node, Bin bin) {}

    /** An instance that is not needed, and how it could be emptied. */
    record Unneeded(NodeView node, Removal removal) {}

    private ScaleDown() {}

    /**
     * The unneeded instances and where their replicas could go, in the order they were found.
     *
     * @param nodes the ready instances
     * @param ready a bin for each of them, in their order, in which pending replicas may already have found room
     */
    static List<Unneeded> unneeded(PoolView view, List<NodeView> nodes, List<Bin> ready) {
        List<Bin> places = new ArrayList<>(ready);
        List<Unneeded> unneeded = new ArrayList<>();
        for (Candidate one : candidates(view, nodes, ready)) {
            List<ReplicaView> replicas = Packing.decreasing(one.bin.replicas(), view.instance());
            Optional<List<Placed>> placed = Packing.all(replicas, places, one.bin);
            if (placed.isPresent()) {
                unneeded.add(new Unneeded(one.node, removal(one.node, placed.get())));
                places.remove(one.bin);
            }
        }
        return unneeded;
    }

    /** Whether one of {@code nodes} is under the threshold; if not, none is unneeded. */
    static boolean isAnyUnderused(PoolView view, List<NodeView> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            if (isUnderused(nodes.get(i), view)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnderused(NodeView node, PoolView view) {
        return node.total().utilisation(node.free()) < view.scaling().utilisationThreshold();
    }

    /** An instance that pending replicas will go to is needed. */
    private static List<Candidate> candidates(PoolView view, List<NodeView> nodes, List<Bin> ready) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            NodeView node = nodes.get(i);
            boolean awaitsNone =
                    ready.get(i).replicas().size() == node.replicas().size();
            if (awaitsNone && isUnderused(node, view)) {
                candidates.add(new Candidate(node, ready.get(i)));
            }
        }
        candidates.sort(ORDER);
        return candidates;
    }

    private static Removal removal(NodeView node, List<Placed> placed) {
        return new Removal(
                node.id(),
                placed.stream()
                        .map(one -> new Move(one.replica().id(), one.bin().node()))
                        .toList());
    }
}
