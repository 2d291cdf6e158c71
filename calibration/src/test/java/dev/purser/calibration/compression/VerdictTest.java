package dev.purser.calibration.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Original BEFORE = new Original(1000, 4000, "test accuracy", 0.9, 10_000);

    /** 2 sqrt(2 x 0.9 x 0.1 / 10,000). */
    @Test
    void chanceByHand() {
        assertEquals(0.008485, BEFORE.chance(), 1e-6);
    }

    @Test
    void whatIsBoughtAndWhatItCosts() {
        assertEquals(
                "buys nothing here: as slow and as large as before",
                Verdict.of(BEFORE, comparison(4000, 4000, 0.895, 1)));
        assertEquals(
                "buys nothing here: slower at batch 64 (2.00), test accuracy falls by 0.1000, memory 1.5 times larger",
                Verdict.of(BEFORE, comparison(4000, 6000, 0.8, 2)));
        assertEquals(
                "buys size and no time: file 4.0 times smaller; costs nothing that was seen",
                Verdict.of(BEFORE, comparison(1000, 4000, 0.9, 1)));
        assertEquals(
                "buys time: faster at batch 64 (0.50); costs: test accuracy falls by 0.0200",
                Verdict.of(BEFORE, comparison(4000, 4000, 0.88, 0.5)));
        assertEquals(
                "buys time and size: faster at batch 64 (0.50), file 2.0 times smaller, memory 2.0 times smaller; "
                        + "costs nothing that was seen",
                Verdict.of(BEFORE, comparison(2000, 2000, 0.91, 0.5)));
    }

    @Test
    void tableAndCsvHoldTheFigures() {
        List<Comparison> comparisons = List.of(comparison(2000, 4000, 0.88, 0.5));
        String table = CompressionTable.of(BEFORE, comparisons);
        assertTrue(table.contains("| none | as trained | 1000 | 4.0 | 4.0 | 0.9000 | 100 |  |"), table);
        assertTrue(table.contains("| some | half | 500 | 2.0 | 4.0 | 0.8800 | 50 (0.50-0.50) | buys"), table);
        String[] lines = CompressionCsv.of("mlp", BEFORE, comparisons).split("\n");
        assertEquals(2, lines.length);
        assertTrue(
                lines[1].startsWith(
                        "mlp,some,half,500,2000,4000,77,test accuracy,0.9,0.88,64,15,100000,50000,0.5,0.5,0.5,"),
                lines[1]);
    }

    private static Comparison comparison(long storedBytes, long residentBytes, double quality, double ratio) {
        double[] before = new double[15];
        Arrays.fill(before, 100_000);
        double[] after = Arrays.stream(before).map(nanos -> ratio * nanos).toArray();
        TreeMap<Integer, PairedTimes> times = new TreeMap<>();
        times.put(64, new PairedTimes(before, after));
        return new Comparison("some", "half", 500, storedBytes, residentBytes, 77, quality, times);
    }
}
