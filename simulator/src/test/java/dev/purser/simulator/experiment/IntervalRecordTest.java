package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.Outcomes;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class IntervalRecordTest {
    private static IntervalRow row(long fromNanos, Scope scope, String name) {
        return new IntervalRow(
                fromNanos,
                10,
                scope,
                name,
                new Outcomes(1, 2, 3, 4, 5, 6, 7),
                8,
                1.5,
                2.5,
                0.1,
                Math.PI,
                LatencyQuantile.NONE,
                new LatencyQuantile(9),
                LatencyQuantile.MISSED);
    }

    /** The service has the name of the pipeline, and no row of the second interval. */
    private static final List<IntervalRow> ROWS = List.of(
            row(0, Scope.PIPELINE, "search"),
            row(0, Scope.SERVICE, "search"),
            row(0, Scope.SERVICE, "ranking"),
            row(10, Scope.PIPELINE, "search"),
            row(10, Scope.SERVICE, "ranking"),
            row(20, Scope.PIPELINE, "search"),
            row(20, Scope.SERVICE, "search"));

    @Test
    void rowsComeBackInOrderOfTime() {
        IntervalRecord intervals = IntervalRecord.of(ROWS);
        assertEquals(7, intervals.size());
        assertEquals(ROWS, List.copyOf(intervals));
        Iterator<IntervalRow> iterator = intervals.iterator();
        ROWS.forEach(row -> iterator.next());
        assertThrows(NoSuchElementException.class, iterator::next);
    }

    @Test
    void rowsOfOne() {
        IntervalRecord intervals = IntervalRecord.of(ROWS);
        assertEquals(List.of(ROWS.get(1), ROWS.get(6)), List.copyOf(intervals.of(Scope.SERVICE, "search")));
        assertEquals(List.of(), List.copyOf(intervals.of(Scope.PIPELINE, "ranking")));
    }

    @Test
    void nothingRecorded() {
        assertEquals(List.of(), List.copyOf(IntervalRecord.of(List.of())));
    }
}
