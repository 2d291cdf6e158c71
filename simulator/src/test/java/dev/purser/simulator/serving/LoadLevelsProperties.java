package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LoadLevelsProperties {
    /** How far a single change goes: small steps stay within the levels counted, large ones leave them. */
    private static final int[] REACHES = {1, 3, 40};

    /** Each number of a script moves one replica's load up or down; then all with the least load are asked for. */
    @Property(tries = 300)
    void sameAsLookingAtAll(
            @ForAll @IntRange(min = 1, max = 150) int size,
            @ForAll @Size(min = 1, max = 300) List<@IntRange(min = 0, max = Integer.MAX_VALUE) Integer> script) {
        int[] outstanding = new int[size];
        LoadLevels levels = new LoadLevels(outstanding, size);
        for (int step : script) {
            int index = step % size;
            int before = outstanding[index];
            outstanding[index] = Math.max(0, before + change(step / size));
            levels.changed(index, before, outstanding[index]);
            assertLeast(outstanding, levels);
        }
    }

    /** All loads climb together far beyond the levels counted at first, one replica after the other. */
    @Property(tries = 20)
    void climbTogether(@ForAll @IntRange(min = 1, max = 130) int size) {
        int[] outstanding = new int[size];
        LoadLevels levels = new LoadLevels(outstanding, size);
        for (int i = 0; i < 40 * size; i++) {
            levels.changed(i % size, i / size, ++outstanding[i % size]);
            assertLeast(outstanding, levels);
        }
    }

    private static int change(int number) {
        int reach = REACHES[number % REACHES.length];
        return 1 + number / REACHES.length % (2 * reach + 1) - reach;
    }

    private static void assertLeast(int[] outstanding, LoadLevels levels) {
        int least = Arrays.stream(outstanding).min().orElseThrow();
        int ties =
                (int) Arrays.stream(outstanding).filter(load -> load == least).count();
        assertEquals(ties, levels.ties());
        int n = 0;
        for (int i = 0; i < outstanding.length; i++) {
            if (outstanding[i] == least) {
                assertEquals(i, levels.nth(n++));
            }
        }
    }
}
