package dev.purser.calibration.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.purser.calibration.models.study.StudyProgress;
import dev.purser.calibration.models.study.StudyResult;
import dev.purser.calibration.models.study.StudySettings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kinds that are there to be timed; sizes by hand calculation, of the shapes that serve. */
class TimedKindTest {
    /** Two tables of 5 million rows and 41 of 500,000, a 64th of each, vectors of 32. */
    private static final long MANY = 32L * (2 * 78_125 + 41 * 7_812);

    static List<TimedKind> kinds() {
        return List.of(new Ncf(50, 50), new MultiTaskWideAndDeep(10_000), new Din(10_000), new Dien(10_000));
    }

    /**
     * 336,000 vectors of 64. Dense layers from 128 numbers: 128*256 + 256*256 + 256*128 + 128*64 + 64*64 weights and
     * 256+256+128+64+64 biases; at the end 128 weights and a bias. Numbers: 4 rows named, read and written; 64 products, 768
     * units, 128 side by side, 1.
     */
    @Test
    void collaborativeFiltering() {
        long weights = 128 * 256 + 256 * 256 + 256 * 128 + 128 * 64 + 64 * 64;
        assertSize(
                new Ncf(),
                336_000L * 64,
                weights + 768 + 129,
                64 + 2 * weights + 768 + 2 * 128 + 1,
                4 * (1 + 64 + 64) + 64 + 768 + 128 + 1);
    }

    /** 512 + 43 * 32 = 1,888 numbers into 1,024 and 512 units, then twice 256, 128 and 1. */
    @Test
    void multiTaskWideAndDeep() {
        long weights = 1888 * 1024 + 1024 * 512 + 2 * (512 * 256 + 256 * 128 + 128);
        long biases = 1024 + 512 + 2 * (256 + 128 + 1);
        assertSize(
                new MultiTaskWideAndDeep(),
                MANY,
                weights + biases,
                2 * weights + biases,
                512 + 43 * (1 + 32 + 32) + biases + 2);
    }

    /**
     * 253 vectors, each the sum of three rows: 2 * 32 additions. Of 250 behaviours: 32 products, 2 * 32 * 36 weights, two
     * sums of 36, 36 weights and a bias, 32 products and sums; of the candidate 32 * 36 weights and 36 biases. Then 128 into
     * 200, 80 and 2. Numbers: three rows named and read for each vector, and the sum; 32 products, 36 units and a weight for each
     * behaviour and two vectors; four vectors side by side; units.
     */
    @Test
    void interest() {
        long weights = 128 * 200 + 200 * 80 + 80 * 2;
        long unit = 3 * 32 * 36 + 36 + 36 + 1;
        long ofBehaviour = 32 + 2 * 2 * 32 * 36 + 2 * 36 + 2 * 36 + 1 + 2 * 32;
        assertSize(
                new Din(),
                32L * (15_625 + 1_562 + 2 * 156_250),
                unit + weights + 282,
                253 * 64 + 250 * ofBehaviour + 2 * 32 * 36 + 36 + 2 * weights + 282,
                253 * (3 + 96 + 32) + 250 * (32 + 36 + 1) + 64 + 128 + 282);
    }

    /**
     * Two recurrent layers of 64 * 96 weights and 96 biases, 32 * 32 weights of attention. In each of 41 places: both
     * layers with 7 * 32 for the cell, 2 * 32 for the score, 3 * 32 to mix. Then 512 + 32 + 64 = 608 into 200, 80 and 2.
     */
    @Test
    void interestEvolution() {
        long weights = 608 * 200 + 200 * 80 + 80 * 2;
        long step = 2 * 64 * 96 + 96 + 7 * 32;
        assertSize(
                new Dien(),
                MANY,
                2 * (64 * 96 + 96) + 32 * 32 + weights + 282,
                41 * (2 * step + 2 * 32 + 3 * 32) + 2 * 32 * 32 + 2 * weights + 282,
                512 + 43 * (1 + 32 + 32) + 41 * (32 + 1 + 32) + 64 + 608 + 282);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothingIsSaidOfQuality(TimedKind kind) {
        assertFalse(kind.study().trains());
        StudyResult result = kind.study().run(StudySettings.of(1), StudyProgress.NONE);
        assertEquals(List.of(), result.figures());
        result.model().close();
    }

    @Test
    void theyAreNotAmongTheTrainable() {
        List<String> timed = ModelKinds.all().stream()
                .filter(kind -> !ModelKinds.trainable().contains(kind))
                .map(ModelKind::name)
                .toList();
        assertEquals(
                kinds().stream().map(ModelKind::name).sorted().toList(),
                Stream.of(timed).flatMap(List::stream).sorted().toList());
    }

    private static void assertSize(ModelKind kind, long rows, long dense, long flops, long numbers) {
        try (Model model = kind.create(1)) {
            long parameters = rows + dense;
            assertEquals(new ModelSize(parameters, 4 * parameters, flops, 4 * numbers, 4 * dense), model.size());
        }
    }
}
