package dev.purser.simulator.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.fleet.NodeDecision.Move;
import dev.purser.simulator.fleet.NodeDecision.Removal;
import dev.purser.simulator.fleet.PoolView.NodeView;
import dev.purser.simulator.fleet.PoolView.Phase;
import dev.purser.simulator.fleet.PoolView.ReplicaView;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ClusterAutoscalerProperties {

    /** One instance to be: its phase, minutes since its order and since its mark (0: none), and its replicas. */
    record Node(Phase phase, int ordered, int marked, List<ResourceRequest> replicas) {}

    @Property(tries = 1000, seed = "20260121")
    void neverBelowTheFewestNorAboveTheMost(@ForAll("pools") PoolView pool) {
        NodeDecision decision = ClusterAutoscaler.decide(pool);
        int kept = pool.nodes().size() - decision.givenUp().size();
        int draining = (int) pool.nodes().stream()
                .filter(node -> node.phase() == Phase.DRAINING)
                .count();

        assertTrue(decision.add() == 0 || kept + decision.add() <= pool.most());
        assertTrue(decision.removals().isEmpty()
                || kept - draining - decision.removals().size() >= pool.fewest());
        assertTrue(kept + decision.add() >= Math.min(pool.fewest() + draining, pool.most()));
    }

    /** Invariant: after all moves no instance holds more than it has, and every replica of a removed one moved. */
    @Property(tries = 1000, seed = "20260122")
    void noRemovalStrandsAReplica(@ForAll("pools") PoolView pool) {
        NodeDecision decision = ClusterAutoscaler.decide(pool);
        Map<Long, NodeView> nodes = pool.nodes().stream().collect(Collectors.toMap(NodeView::id, Function.identity()));
        Set<Long> removed = decision.removals().stream().map(Removal::node).collect(Collectors.toSet());
        Map<Long, Resources> free = pool.nodes().stream().collect(Collectors.toMap(NodeView::id, NodeView::free));
        for (Removal removal : decision.removals()) {
            NodeView node = nodes.get(removal.node());
            Set<Long> moved = new HashSet<>();
            for (Move move : removal.moves()) {
                assertTrue(moved.add(move.replica()));
                assertTrue(nodes.get(move.toNode()).isReady());
                assertTrue(!removed.contains(move.toNode()));
                ResourceRequest request = requestOf(node, move.replica());
                assertTrue(free.get(move.toNode()).holds(request));
                free.computeIfPresent(move.toNode(), (id, room) -> room.minus(request));
            }
            assertEquals(node.replicas().stream().map(ReplicaView::id).collect(Collectors.toSet()), moved);
        }
    }

    @Property(tries = 1000, seed = "20260123")
    void onlyReadyInstancesUnneededLongEnoughGo(@ForAll("pools") PoolView pool) {
        NodeDecision decision = ClusterAutoscaler.decide(pool);
        Map<Long, NodeView> nodes = pool.nodes().stream().collect(Collectors.toMap(NodeView::id, Function.identity()));
        for (Removal removal : decision.removals()) {
            NodeView node = nodes.get(removal.node());
            assertEquals(Phase.READY, node.phase());
            assertTrue(node.unneededSinceNanos() <= pool.nowNanos() - 10 * Nanos.MINUTE);
            assertTrue(pool.lastAddNanos() <= pool.nowNanos() - 10 * Nanos.MINUTE);
            assertTrue(node.total().utilisation(node.free()) < 0.5);
            assertTrue(decision.unneededSinceNanos().containsKey(node.id()));
        }
    }

    /**
     * Replicas of one size make the packing exact: with {@code fit} of them to an instance and {@code slots} free,
     * {@code ceil((pending - slots) / fit)} new instances cover all, or the most there can be.
     */
    @Property(tries = 1000, seed = "20260124")
    void equalReplicasAreCoveredByTheClosedForm(
            @ForAll @IntRange(min = 1, max = 10) int cores,
            @ForAll @IntRange(max = 60) int pending,
            @ForAll @IntRange(max = 4) int booting,
            @ForAll @IntRange(min = 4, max = 30) int most) {
        PoolBuilder pool = new PoolBuilder(0, most);
        for (int i = 0; i < booting; i++) {
            pool.booting(i, 1);
        }
        for (int i = 0; i < pending; i++) {
            pool.pending(cores);
        }
        int fit = 10 / cores;
        int needed = Math.max(0, (pending - booting * fit + fit - 1) / fit);

        assertEquals(Math.min(needed, most - booting), pool.decide().add());
    }

    /**
     * Below the cap every pending replica that fits an instance is covered; in any resource the room there is and the
     * room that is added must reach. And no instance is added for nothing: there are no more than such replicas.
     */
    @Property(tries = 1000, seed = "20260125")
    void whatFitsIsCoveredAndNothingIsAddedInVain(@ForAll("pools") PoolView pool) {
        NodeDecision decision = ClusterAutoscaler.decide(pool);
        int kept = pool.nodes().size() - decision.givenUp().size();
        List<NodeView> open = pool.nodes().stream()
                .filter(node -> node.phase() != Phase.DRAINING)
                .filter(node -> !decision.givenUp().contains(node.id()))
                .toList();
        List<ResourceRequest> fitting = pool.pending().stream()
                .map(ReplicaView::request)
                .filter(pool.instance()::holds)
                .toList();
        long cores = fitting.stream().mapToLong(ResourceRequest::milliCores).sum();
        long room = open.stream().mapToLong(node -> node.free().milliCores()).sum();
        if (kept + decision.add() < pool.most()) {
            assertTrue(cores <= room + decision.add() * pool.instance().milliCores());
        }
        assertTrue(decision.add() <= Math.max(fitting.size(), pool.fewest() - open.size()));
    }

    @Property(tries = 200, seed = "20260126")
    void equalViewsGiveEqualDecisions(@ForAll("pools") PoolView pool) {
        assertEquals(ClusterAutoscaler.decide(pool), ClusterAutoscaler.decide(pool));
    }

    @Provide
    Arbitrary<PoolView> pools() {
        Arbitrary<List<ResourceRequest>> pending = Arbitraries.oneOf(
                Arbitraries.just(List.of()), requests(11).list().ofMaxSize(12));
        Arbitrary<Integer> fewest = Arbitraries.integers().between(0, 3);
        Arbitrary<Integer> most = Arbitraries.integers().between(3, 12);
        Arbitrary<Integer> lastAdd = Arbitraries.integers().between(0, 40);
        return Combinators.combine(fewest, most, lastAdd, nodes().list().ofMaxSize(8), pending)
                .as(ClusterAutoscalerProperties::pool);
    }

    private Arbitrary<Node> nodes() {
        Arbitrary<Phase> phases =
                Arbitraries.of(Phase.READY, Phase.READY, Phase.READY, Phase.READY, Phase.BOOTING, Phase.DRAINING);
        return Combinators.combine(
                        phases,
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 20),
                        requests(3).list().ofMaxSize(3))
                .as(Node::new);
    }

    private Arbitrary<ResourceRequest> requests(int mostCores) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, mostCores),
                        Arbitraries.integers().between(1, 30))
                .as((cores, bytes) -> new ResourceRequest(cores * 1000, bytes, 0));
    }

    private static PoolView pool(int fewest, int most, int lastAdd, List<Node> nodes, List<ResourceRequest> pending) {
        PoolBuilder pool = new PoolBuilder(fewest, most).lastAdd(lastAdd);
        long replica = 1000;
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            List<ReplicaView> held = new ArrayList<>();
            for (ResourceRequest request : node.phase == Phase.BOOTING ? List.<ResourceRequest>of() : node.replicas) {
                held.add(new ReplicaView(replica++, request));
            }
            long since = node.marked == 0 || node.phase != Phase.READY
                    ? Nanos.NEVER
                    : PoolBuilder.NOW - node.marked * Nanos.MINUTE;
            pool.node(i, node.phase, since, PoolBuilder.NOW - node.ordered * Nanos.MINUTE, held);
        }
        pending.forEach(pool::pending);
        return pool.build();
    }

    private static ResourceRequest requestOf(NodeView node, long replica) {
        return node.replicas().stream()
                .filter(held -> held.id() == replica)
                .findFirst()
                .orElseThrow()
                .request();
    }
}
