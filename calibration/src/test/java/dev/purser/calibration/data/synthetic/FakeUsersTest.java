package dev.purser.calibration.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.data.Interactions;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FakeUsersTest {
    private static final Interactions REAL = new InteractionGenerator(100, 60, 4, 5).purchases();

    @Test
    void eachFakeUserTakesAllPushedItemsAndOthers() {
        FakeUsers fakes = new FakeUsers(0.2, 3, 7);
        int[] items = fakes.items(REAL);
        Interactions all = fakes.besides(REAL, items);
        assertEquals(120, all.users());
        assertArrayEquals(REAL.user(), Arrays.copyOf(all.user(), REAL.count()), "true users stay");
        for (int fake = 100; fake < 120; fake++) {
            Set<Integer> taken = taken(all, fake);
            assertTrue(Arrays.stream(items).allMatch(taken::contains), "pushed by " + fake);
            assertTrue(taken.size() > 3, "others too");
        }
    }

    /** Half of 60 items have fewer takers than the others. */
    @Test
    void pushedItemsAreNotPopular() {
        int[] takers = new int[60];
        Arrays.stream(REAL.item()).forEach(item -> takers[item]++);
        int median = Arrays.stream(takers).sorted().toArray()[30];
        assertTrue(Arrays.stream(new FakeUsers(0.2, 3, 7).items(REAL)).allMatch(item -> takers[item] <= median));
    }

    @Test
    void withoutFakeUsersNothingChanges() {
        FakeUsers none = new FakeUsers(0, 3, 7);
        assertEquals(REAL.count(), none.besides(REAL, none.items(REAL)).count());
        assertEquals(100, none.besides(REAL, none.items(REAL)).users());
    }

    @Test
    void fewItemsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FakeUsers(0.1, 31, 7).items(REAL));
        assertThrows(IllegalArgumentException.class, () -> new FakeUsers(-0.1, 3, 7));
    }

    private static Set<Integer> taken(Interactions all, int user) {
        return IntStream.range(0, all.count())
                .filter(i -> all.user()[i] == user)
                .mapToObj(i -> all.item()[i])
                .collect(Collectors.toSet());
    }
}
