package dev.purser.simulator.fleet;

import dev.purser.simulator.fleet.NodeDecision.Removal;
import dev.purser.simulator.fleet.Packing.Bin;
import dev.purser.simulator.fleet.PoolView.NodeView;
import dev.purser.simulator.fleet.PoolView.Phase;
import dev.purser.simulator.fleet.ScaleDown.Unneeded;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.units.Plural;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Kubernetes cluster autoscaler for one pool, as release 1.33 and its FAQ describe it: a pure function of what it
 * sees, called once per scan.
 *
 * <ul>
 *   <li>A booting instance older than the provision timeout is given up; what it was ordered for is ordered again.
 *   <li>Scale-up: pending replicas are packed, first fit decreasing, onto the room of ready and booting instances and
 *       then onto new ones, at most up to {@code most}. Fewer instances than {@code fewest} are made up. A scan that
 *       adds removes nothing and leaves the marks of unneeded instances as they are.
 *   <li>Scale-down: an instance is unneeded while {@code max(cores, memory, cards in use / total) < threshold} and its
 *       replicas fit on other ready instances ({@link ScaleDown}). It goes when it has been so for the unneeded time
 *       without a break, the last addition is at least the delay ago, and {@code fewest} remain. Empty instances go all
 *       at once, others one at a time ({@code --max-drain-parallelism=1}), and none while another is draining.
 * </ul>
 *
 * <p>Deviations: with cards the original looks at the cards alone, here the largest share counts; it removes at most ten
 * empty instances at once; it backs off from a pool that failed to provision; it asks that the unneeded time be passed,
 * not reached; replicas move only within the pool.
 */
public final class ClusterAutoscaler {
    private ClusterAutoscaler() {}

    /** The decision at {@code view.nowNanos()}; equal views give equal decisions. */
    public static NodeDecision decide(PoolView view) {
        List<Long> givenUp = givenUp(view);
        List<NodeView> ready = in(Phase.READY, view);
        List<NodeView> booting = in(Phase.BOOTING, view);
        booting.removeIf(node -> isLate(node, view));
        List<Bin> bins = packs(view, ready) ? bins(ready) : List.of();
        int kept = view.nodes().size() - givenUp.size();
        int remaining = ready.size() + booting.size();
        ScaleUp up = view.pending().isEmpty() ? ScaleUp.NONE : up(view, bins, bins(booting), view.most() - kept);
        int add = Math.max(up.instances(), madeUp(view, kept, remaining));
        return add > 0 || !givenUp.isEmpty()
                ? growing(view, add, givenUp, up)
                : shrinking(view, remaining, bins.isEmpty() ? List.of() : ScaleDown.unneeded(view, ready, bins));
    }

    private static List<Long> givenUp(PoolView view) {
        List<Long> givenUp = new ArrayList<>(0);
        for (NodeView node : view.nodes()) {
            if (isLate(node, view)) {
                givenUp.add(node.id());
            }
        }
        return givenUp;
    }

    /** Whether anything may be put anywhere in thought: at most scans nothing is. */
    private static boolean packs(PoolView view, List<NodeView> ready) {
        return !view.pending().isEmpty() || ScaleDown.isAnyUnderused(view, ready);
    }

    private static ScaleUp up(PoolView view, List<Bin> ready, List<Bin> booting, int allowed) {
        List<Bin> present = new ArrayList<>(ready);
        present.addAll(booting);
        return ScaleUp.of(view.pending(), present, view.instance(), Math.max(0, allowed));
    }

    private static boolean isLate(NodeView node, PoolView view) {
        return node.phase() == Phase.BOOTING
                && view.nowNanos() - node.orderedNanos() >= view.scaling().provisionTimeoutNanos();
    }

    private static List<NodeView> in(Phase phase, PoolView view) {
        List<NodeView> found = new ArrayList<>(view.nodes().size());
        for (NodeView node : view.nodes()) {
            if (node.phase() == phase) {
                found.add(node);
            }
        }
        return found;
    }

    private static List<Bin> bins(List<NodeView> nodes) {
        List<Bin> bins = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            NodeView node = nodes.get(i);
            bins.add(new Bin(node.id(), node.free(), node.replicas()));
        }
        return bins;
    }

    /** Instances ordered because there are fewer than the fewest. */
    private static int madeUp(PoolView view, int kept, int remaining) {
        return Math.min(view.fewest() - remaining, view.most() - kept);
    }

    private static NodeDecision growing(PoolView view, int add, List<Long> givenUp, ScaleUp up) {
        return new NodeDecision(add, givenUp, List.of(), marks(view), seen(view, givenUp), rule(view, add, up));
    }

    private static String seen(PoolView view, List<Long> givenUp) {
        int pending = view.pending().size();
        return givenUp.isEmpty()
                ? Plural.of(pending, "replica") + " without room"
                : Plural.of(pending, "replica") + " without room, " + Plural.of(givenUp.size(), "instance")
                        + " not provisioned";
    }

    private static String rule(PoolView view, int add, ScaleUp up) {
        if (add == 0) {
            return "provision timeout " + minutes(view.scaling().provisionTimeoutNanos());
        }
        if (up.capped()) {
            return "scale-up, maximum " + view.most();
        }
        return add > up.instances() ? "scale-up, minimum " + view.fewest() : "scale-up";
    }

    private static SortedMap<Long, Long> marks(PoolView view) {
        SortedMap<Long, Long> marks = new TreeMap<>();
        for (NodeView node : view.nodes()) {
            if (node.isReady() && node.unneededSinceNanos() != Nanos.NEVER) {
                marks.put(node.id(), node.unneededSinceNanos());
            }
        }
        return marks;
    }

    private static NodeDecision shrinking(PoolView view, int remaining, List<Unneeded> unneeded) {
        SortedMap<Long, Long> marks = new TreeMap<>();
        unneeded.forEach(one -> marks.put(one.node().id(), Math.min(one.node().unneededSinceNanos(), view.nowNanos())));
        List<Removal> removals = removals(view, remaining, unneeded);
        return removals.isEmpty()
                ? new NodeDecision(0, List.of(), removals, marks, "", "")
                : new NodeDecision(0, List.of(), removals, marks, wording(removals), unneededFor(view));
    }

    private static List<Removal> removals(PoolView view, int remaining, List<Unneeded> unneeded) {
        List<Removal> removals = new ArrayList<>();
        if (view.nowNanos() - view.scaling().delayAfterAddNanos() < view.lastAddNanos()) {
            return removals;
        }
        boolean drains = view.nodes().stream().anyMatch(node -> node.phase() == Phase.DRAINING);
        for (Unneeded one : unneeded) {
            boolean empty = one.node().replicas().isEmpty();
            boolean allowed = remaining - removals.size() > view.fewest() && (empty || !drains);
            if (allowed && isLongEnough(one.node(), view)) {
                removals.add(one.removal());
                drains |= !empty;
            }
        }
        return removals;
    }

    private static boolean isLongEnough(NodeView node, PoolView view) {
        long since = Math.min(node.unneededSinceNanos(), view.nowNanos());
        return view.nowNanos() - since >= view.scaling().unneededNanos();
    }

    private static String wording(List<Removal> removals) {
        int replicas =
                removals.stream().mapToInt(removal -> removal.moves().size()).sum();
        return Plural.of(removals.size(), "instance") + " unneeded, " + Plural.of(replicas, "replica") + " to move";
    }

    private static String unneededFor(PoolView view) {
        return "scale-down, unneeded for " + minutes(view.scaling().unneededNanos());
    }

    private static String minutes(long nanos) {
        return nanos % Nanos.MINUTE == 0 ? nanos / Nanos.MINUTE + " min" : Nanos.toSeconds(nanos) + " s";
    }
}
