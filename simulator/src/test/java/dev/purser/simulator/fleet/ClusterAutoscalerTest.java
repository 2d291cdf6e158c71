package dev.purser.simulator.fleet;

import static dev.purser.simulator.fleet.PoolBuilder.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.fleet.NodeDecision.Move;
import dev.purser.simulator.fleet.NodeDecision.Removal;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Instances have ten cores; replicas are named by their cores. Rules of {@link NodeScalingSpec#DEFAULT}. */
class ClusterAutoscalerTest {

    @Nested
    class ScaleUpRules {
        @Test
        void newInstancesHoldWhatHasNoRoom() {
            // first fit decreasing: 7+3, 6+4, 5
            NodeDecision decision =
                    new PoolBuilder(0, 10).pending(3, 4, 5, 6, 7).decide();

            assertEquals(3, decision.add());
            assertEquals("5 replicas without room", decision.metric());
            assertEquals("scale-up", decision.rule());
        }

        @Test
        void inTheOrderTheyCameItWouldTakeOneMore() {
            // 6+4, 6+4; in their order 4+4, 6, 6
            assertEquals(2, new PoolBuilder(0, 10).pending(4, 4, 6, 6).decide().add());
        }

        @Test
        void roomThatIsThereOrOnItsWayComesFirst() {
            // ten cores on their way, three free on the ready one: 7 -> booting, 3 -> ready, 3 -> booting
            NodeDecision decision = new PoolBuilder(0, 10)
                    .ready(1, 7)
                    .booting(2, 1)
                    .pending(7, 3, 3)
                    .decide();

            assertEquals(0, decision.add());
            assertEquals("", decision.rule());
        }

        @Test
        void drainingInstancesOfferNoRoomButCountTowardsTheMost() {
            NodeDecision decision =
                    new PoolBuilder(0, 2).draining(1).ready(2, 10).pending(1).decide();

            assertEquals(0, decision.add());
        }

        @Test
        void neverMoreThanTheMost() {
            NodeDecision decision =
                    new PoolBuilder(0, 3).ready(1, 10).pending(10, 10, 10, 10).decide();

            assertEquals(2, decision.add());
            assertEquals("scale-up, maximum 3", decision.rule());
        }

        @Test
        void aReplicaThatFitsNoInstanceOrdersNone() {
            assertEquals(0, new PoolBuilder(0, 10).pending(11).decide().add());
            assertEquals(
                    0,
                    new PoolBuilder(0, 10)
                            .pending(new ResourceRequest(1000, 1, 1))
                            .decide()
                            .add());
        }

        @Test
        void eachResourceBinds() {
            // memory: 60 of 100 bytes each, one per instance; cards: 2 per instance of 4, two per instance
            ResourceRequest memory = new ResourceRequest(1000, 60, 0);
            ResourceRequest cards = new ResourceRequest(1000, 1, 2);

            assertEquals(
                    3,
                    new PoolBuilder(0, 9)
                            .pending(memory)
                            .pending(memory)
                            .pending(memory)
                            .decide()
                            .add());
            assertEquals(
                    2,
                    new PoolBuilder(0, 9)
                            .instance(new Resources(10_000, 100, 4))
                            .pending(cards)
                            .pending(cards)
                            .pending(cards)
                            .decide()
                            .add());
        }

        @Test
        void theFewestAreMadeUp() {
            NodeDecision decision =
                    new PoolBuilder(3, 5).ready(1).draining(2).pending(10).decide();

            // one ready remains; the pending one fits on it, two are ordered for the minimum of three
            assertEquals(2, decision.add());
            assertEquals("scale-up, minimum 3", decision.rule());
        }

        @Test
        void aScanThatAddsRemovesNothingAndKeepsTheMarks() {
            NodeDecision decision = new PoolBuilder(0, 9)
                    .unneeded(1, 20, 4)
                    .ready(2, 5)
                    .pending(10)
                    .decide();

            assertEquals(1, decision.add());
            assertEquals(List.of(), decision.removals());
            assertEquals(Map.of(1L, NOW - 20 * Nanos.MINUTE), decision.unneededSinceNanos());
        }

        @Test
        void anInstanceThatDoesNotBootIsGivenUpAndOrderedAgain() {
            NodeDecision decision = new PoolBuilder(0, 2)
                    .booting(1, 15)
                    .booting(2, 14)
                    .pending(10, 10)
                    .decide();

            assertEquals(List.of(1L), decision.givenUp());
            assertEquals(1, decision.add());
            assertEquals("2 replicas without room, 1 instances not provisioned", decision.metric());
        }

        @Test
        void itIsNotOrderedAgainWhereNothingWaitsForIt() {
            NodeDecision decision = new PoolBuilder(0, 2).booting(1, 15).decide();

            assertEquals(List.of(1L), decision.givenUp());
            assertEquals(0, decision.add());
            assertEquals("provision timeout 15 min", decision.rule());
        }
    }

    @Nested
    class ScaleDownRules {
        @Test
        void anInstanceUnneededForTenMinutesGoes() {
            NodeDecision decision =
                    new PoolBuilder(0, 9).unneeded(1, 10, 4).ready(2, 5).decide();

            assertEquals(List.of(new Removal(1, List.of(new Move(0, 2)))), decision.removals());
            assertEquals("1 instances unneeded, 1 replicas to move", decision.metric());
            assertEquals("scale-down, unneeded for 10 min", decision.rule());
        }

        @Test
        void oneJustFoundUnneededIsMarked() {
            NodeDecision decision =
                    new PoolBuilder(0, 9).ready(1, 4).ready(2, 5).decide();

            assertEquals(List.of(), decision.removals());
            assertEquals(Map.of(1L, NOW), decision.unneededSinceNanos());
        }

        @Test
        void nineMinutesAreTooFew() {
            NodeDecision decision =
                    new PoolBuilder(0, 9).unneeded(1, 9, 4).ready(2, 5).decide();

            assertEquals(List.of(), decision.removals());
            assertEquals(Map.of(1L, NOW - 9 * Nanos.MINUTE), decision.unneededSinceNanos());
        }

        @Test
        void halfUsedIsNeeded() {
            // 5 of 10 cores = 0.5, not below the threshold: the mark goes
            NodeDecision decision =
                    new PoolBuilder(0, 9).unneeded(1, 20, 5).ready(2, 5).decide();

            assertEquals(List.of(), decision.removals());
            assertEquals(Map.of(), decision.unneededSinceNanos());
        }

        @Test
        void theLargestShareCounts() {
            // 1 of 10 cores but 60 of 100 bytes
            var replica = new PoolView.ReplicaView(0, new ResourceRequest(1000, 60, 0));
            NodeDecision decision = new PoolBuilder(0, 9)
                    .node(1, PoolView.Phase.READY, NOW - Nanos.HOUR, 0, List.of(replica))
                    .ready(2)
                    .decide();

            assertEquals(List.of(2L), List.copyOf(decision.unneededSinceNanos().keySet()));
        }

        @Test
        void withoutRoomElsewhereItStays() {
            // 4 cores on the first; 3 and 3 free on the others
            NodeDecision decision = new PoolBuilder(0, 9)
                    .unneeded(1, 20, 4)
                    .ready(2, 7)
                    .ready(3, 7)
                    .decide();

            assertEquals(List.of(), decision.removals());
            assertEquals(Map.of(), decision.unneededSinceNanos());
        }

        @Test
        void replicasSpreadOverSeveral() {
            NodeDecision decision = new PoolBuilder(0, 9)
                    .unneeded(1, 20, 1, 3)
                    .ready(2, 7)
                    .ready(3, 9)
                    .decide();

            // the larger first: 3 -> instance 2, then 1 -> instance 3
            assertEquals(List.of(new Removal(1, List.of(new Move(1, 2), new Move(0, 3)))), decision.removals());
        }

        @Test
        void bootingAndDrainingInstancesTakeNoReplicas() {
            NodeDecision decision = new PoolBuilder(0, 9)
                    .unneeded(1, 20, 4)
                    .booting(2, 1)
                    .draining(3)
                    .decide();

            assertEquals(List.of(), decision.removals());
        }

        @Test
        void twoHalfEmptyOnesDoNotCountOnEachOther() {
            // 4 cores each: the first fits on the second, which is then 8 full, has no place to go to and stays
            NodeDecision decision =
                    new PoolBuilder(0, 9).unneeded(1, 20, 4).unneeded(2, 20, 4).decide();

            assertEquals(List.of(new Removal(1, List.of(new Move(0, 2)))), decision.removals());
            assertEquals(Map.of(1L, NOW - 20 * Nanos.MINUTE), decision.unneededSinceNanos());
        }

        @Test
        void thoseWithReplicasGoOneAtATime() {
            // the longest unneeded goes first: its replica fits on the first with room. Both keep their marks: what the
            // first would then hold, 4 cores, fits on the third
            PoolBuilder pool =
                    new PoolBuilder(0, 9).unneeded(1, 20, 2).unneeded(2, 30, 2).ready(3, 6);
            NodeDecision decision = pool.decide();

            assertEquals(List.of(new Removal(2, List.of(new Move(1, 1)))), decision.removals());
            assertEquals(
                    Map.of(1L, NOW - 20 * Nanos.MINUTE, 2L, NOW - 30 * Nanos.MINUTE), decision.unneededSinceNanos());
            assertEquals(List.of(), pool.draining(4).decide().removals());
        }

        @Test
        void emptyOnesGoAllAtOnceEvenWhileOneDrains() {
            NodeDecision decision = new PoolBuilder(0, 9)
                    .unneeded(1, 20)
                    .unneeded(2, 20)
                    .unneeded(3, 9)
                    .draining(4, 3)
                    .ready(5, 6)
                    .decide();

            assertEquals(List.of(new Removal(1, List.of()), new Removal(2, List.of())), decision.removals());
        }

        @Test
        void anEmptyOneThatGoesIsNoPlaceToMoveTo() {
            NodeDecision decision =
                    new PoolBuilder(0, 9).unneeded(1, 20).unneeded(2, 20, 4).decide();

            assertEquals(List.of(new Removal(1, List.of())), decision.removals());
            assertEquals(Map.of(1L, NOW - 20 * Nanos.MINUTE), decision.unneededSinceNanos());
        }

        @Test
        void theFewestRemain() {
            NodeDecision decision = new PoolBuilder(2, 9)
                    .unneeded(1, 20)
                    .unneeded(2, 20)
                    .booting(3, 1)
                    .draining(4)
                    .decide();

            // three remain without the draining one: one may go
            assertEquals(List.of(new Removal(1, List.of())), decision.removals());
            assertEquals(2, decision.unneededSinceNanos().size());
        }

        @Test
        void nothingGoesWithinTenMinutesOfAnAddition() {
            assertEquals(
                    List.of(),
                    new PoolBuilder(0, 9).unneeded(1, 20).lastAdd(9).decide().removals());
            assertEquals(
                    1,
                    new PoolBuilder(0, 9)
                            .unneeded(1, 20)
                            .lastAdd(10)
                            .decide()
                            .removals()
                            .size());
        }

        @Test
        void anInstancePendingReplicasWillGoToIsNeeded() {
            NodeDecision decision =
                    new PoolBuilder(0, 1).unneeded(1, 20).pending(3).decide();

            assertEquals(List.of(), decision.removals());
            assertEquals(Map.of(), decision.unneededSinceNanos());
        }
    }
}
