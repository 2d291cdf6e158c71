package dev.purser.simulator.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.fleet.Packing.Bin;
import dev.purser.simulator.fleet.PoolView.ReplicaView;
import dev.purser.simulator.serving.ResourceRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final Resources INSTANCE = new Resources(10_000, 100, 4);

    @Test
    void whatDoesNotFitAsAWholeLeavesNothingBehind() {
        Bin except = bin(3, 3);
        List<Bin> bins = List.of(bin(1, 3), except, bin(2, 3));

        // 3 -> first, 3 -> second, 1 -> nowhere: none of them
        assertTrue(Packing.all(List.of(replica(0, 3), replica(1, 3), replica(2, 1)), bins, except)
                .isEmpty());
        assertEquals(List.of(), bins.get(0).replicas());
        assertTrue(
                Packing.all(List.of(replica(0, 3), replica(1, 3)), bins, except).isPresent());
        assertEquals(List.of(replica(1, 3)), bins.get(2).replicas());
        assertEquals(List.of(), except.replicas());
    }

    @Test
    void theSumOfSharesDecidesWhichIsLarger() {
        // of 10 cores, 100 bytes and 4 cards: 0.3 + 0.01, 0.1 + 0.25, 0.1 + 0.01 + 0.25
        ReplicaView cores = replica(0, 3);
        ReplicaView memory = new ReplicaView(1, new ResourceRequest(1000, 25, 0));
        ReplicaView cards = new ReplicaView(2, new ResourceRequest(1000, 1, 1));

        assertEquals(List.of(cards, memory, cores), Packing.decreasing(List.of(cores, memory, cards), INSTANCE));
    }

    private static Bin bin(long id, int cores) {
        return new Bin(id, new Resources(cores * 1000L, 100, 0), List.of());
    }

    private static ReplicaView replica(long id, int cores) {
        return new ReplicaView(id, PoolBuilder.request(cores));
    }
}
