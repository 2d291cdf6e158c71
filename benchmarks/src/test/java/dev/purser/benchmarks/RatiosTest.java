package dev.purser.benchmarks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RatiosTest {

    @Test
    void medianTimesPerOperationDivided() {
        // Ours: 10, 20 and 90 ns, median 20; the other's two iterations: 50 and 70 ns, mean of the two middle ones 60.
        String json = "["
                + result("purserService", "[[100, 200], [900]]", "[[10, 10], [10]]")
                + ","
                + result("ssjTuned", "[[500], [1400]]", "[[10], [20]]")
                + "]";
        String row = Ratios.table(json)
                .lines()
                .filter(line -> line.startsWith("| SSJ tuned"))
                .findFirst()
                .orElseThrow();
        assertTrue(row.contains("| 3.00, reached 1.3 | – |"), row);
    }

    @Test
    void aRatioBelowItsTargetIsMissed() {
        String json = "["
                + result("purserService", "[[30]]", "[[1]]")
                + ","
                + result("ssjAsShipped", "[[60]]", "[[1]]")
                + "]";
        assertTrue(Ratios.table(json).contains("| 2.00, **missed** 3.0 |"));
    }

    private static String result(String method, String cpuNanos, String operations) {
        return """
                {"benchmark": "dev.purser.benchmarks.StationBenchmark.%s", "params": {"servers": "1"},
                 "secondaryMetrics": {"cpuNanos": {"rawData": %s}, "operations": {"rawData": %s}}}
                """.formatted(method, cpuNanos, operations);
    }
}
