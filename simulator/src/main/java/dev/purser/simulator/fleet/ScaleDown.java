package dev.purser.simulator.fleet;

import dev.purser.simulator.fleet.NodeDecision.Move;
import dev.purser.simulator.fleet.NodeDecision.Removal;
import dev.purser.simulator.fleet.Packing.Bin;
import dev.purser.simulator.fleet.Packing.Placed;
import dev.purser.simulator.fleet.PoolView.NodeView;
import dev.purser.simulator.fleet.PoolView.ReplicaView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final Comparator<NodeView> ORDER = Comparator.comparing(
                    (NodeView node) -> !node.replicas().isEmpty())
            .thenComparingLong(NodeView::unneededSinceNanos)
            .thenComparingLong(NodeView::id);

    private ScaleDown() {}

    /**
     * The unneeded instances and where their replicas could go, in the order they were found.
     *
     * @param ready a bin per ready instance, in which pending replicas may already have found room
     */
    static Map<NodeView, Removal> unneeded(PoolView view, List<Bin> ready) {
        List<Bin> places = new ArrayList<>(ready);
        Map<NodeView, Removal> unneeded = new LinkedHashMap<>();
        for (NodeView node : candidates(view, ready)) {
            Bin bin = binOf(node, ready);
            List<Bin> others = places.stream().filter(place -> place != bin).toList();
            List<ReplicaView> replicas = Packing.decreasing(bin.replicas(), view.instance());
            Optional<List<Placed>> placed = Packing.all(replicas, others);
            if (placed.isPresent()) {
                unneeded.put(node, removal(node, placed.get()));
                places.remove(bin);
            }
        }
        return unneeded;
    }

    /** An instance that pending replicas will go to is needed. */
    private static List<NodeView> candidates(PoolView view, List<Bin> ready) {
        return view.nodes().stream()
                .filter(NodeView::isReady)
                .filter(node ->
                        binOf(node, ready).replicas().size() == node.replicas().size())
                .filter(node ->
                        node.total().utilisation(node.free()) < view.scaling().utilisationThreshold())
                .sorted(ORDER)
                .toList();
    }

    private static Bin binOf(NodeView node, List<Bin> bins) {
        return bins.stream().filter(bin -> bin.node() == node.id()).findFirst().orElseThrow();
    }

    private static Removal removal(NodeView node, List<Placed> placed) {
        return new Removal(
                node.id(),
                placed.stream()
                        .map(one -> new Move(one.replica().id(), one.bin().node()))
                        .toList());
    }
}
