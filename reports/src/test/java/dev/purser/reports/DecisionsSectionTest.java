package dev.purser.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.experiment.DecisionRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsSectionTest {
    /** Changes of 0 to 28, up and down, each size 35 times: the first ten of size 28, in order of time. */
    @Test
    void theLargestOfManyAreTheEarliestOfTheirSize() {
        List<DecisionRow> decisions = new ArrayList<>();
        for (int i = 0; i < 1015; i++) {
            int change = 7 * i % 29;
            decisions.add(new DecisionRow(i, "service ranking", 50, i % 2 == 0 ? 50 + change : 50 - change, "", ""));
        }
        List<DecisionRow> expected = decisions.stream()
                .filter(row -> Math.abs(row.to() - row.from()) == 28)
                .limit(10)
                .toList();
        assertEquals(10, expected.size());
        assertEquals(expected, DecisionsSection.largest(decisions));
    }

    @Test
    void fewAreAllShown() {
        DecisionRow small = new DecisionRow(0, "service ranking", 1, 2, "", "");
        DecisionRow large = new DecisionRow(1, "service ranking", 9, 2, "", "");
        assertEquals(List.of(large, small), DecisionsSection.largest(List.of(small, large)));
        assertEquals(List.of(), DecisionsSection.largest(List.of()));
    }
}
