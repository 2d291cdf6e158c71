package dev.purser.calibration.models.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.calibration.data.Features;
import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.models.factors.Factors;
import org.junit.jupiter.api.Test;

class VirtualItemsTest {
    /** Three users and two virtual items, the second one the opposite of the first. */
    private static final Factors USERS = new Factors(2, new float[] {1, 0, 0, 1, 2, 1});

    private static final VirtualItems VIRTUAL = new VirtualItems(USERS, new Factors(2, new float[] {1, 0, -1, 0}), 2);

    /** Products with (1, 0): 1, 0, 2; with (-1, 0): -1, 0, -2. */
    @Test
    void usersWithTheLargestProductTakeThem() {
        Interactions real = new Interactions(3, 4, new int[] {0}, new int[] {3}, new float[] {5});
        Interactions all = VIRTUAL.besides(real);
        assertEquals(6, all.items());
        assertArrayEquals(new int[] {0, 2, 0, 1, 0}, all.user());
        assertArrayEquals(new int[] {3, 4, 4, 5, 5}, all.item());
        assertArrayEquals(new float[] {5, 1, 1, 1, 1}, all.weight());
    }

    /** Users (-1, 0), (0, 0) and (-2, 0), products with (1, 0): -1, 0, -2. The second is unknown and takes nothing. */
    @Test
    void usersOfWhomNothingIsKnownTakeNone() {
        VirtualItems virtual = new VirtualItems(
                new Factors(2, new float[] {-1, 0, 0, 0, -2, 0}), new Factors(2, new float[] {1, 0}), 1);
        Interactions real = new Interactions(3, 1, new int[] {2}, new int[] {0}, new float[] {1});
        assertArrayEquals(new int[] {2, 0}, virtual.besides(real).user());
        float[] values = virtual.pairs(1).subset(new int[] {0}).values();
        assertArrayEquals(new float[] {-1, 0, 1, 0, -1, 0}, values);
    }

    @Test
    void copiesAreOfDifferentKnownItems() {
        VirtualItems copies = VIRTUAL.copies(new Factors(2, new float[] {5, 6, 7, 8}), 1);
        float[] values = copies.items().values();
        assertArrayEquals(values[0] == 5 ? new float[] {5, 6, 7, 8} : new float[] {7, 8, 5, 6}, values);
        assertEquals(VIRTUAL.takers(), copies.takers());
        assertEquals(USERS, copies.users());
    }

    /** User (2, 1) and item (1, 0): the vectors, then the products. */
    @Test
    void pairsHaveVectorsAndProducts() {
        Features pairs = VIRTUAL.pairs(1);
        assertEquals(6, pairs.width());
        assertEquals(8, pairs.count());
        assertArrayEquals(
                new float[] {2, 1, 1, 0, 2, 0}, pairs.subset(new int[] {0}).values());
        assertArrayEquals(new float[] {1, 0, 1, 0, 1, 0, 1, 0}, pairs.labels());
    }
}
