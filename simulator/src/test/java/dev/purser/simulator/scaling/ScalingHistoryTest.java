package dev.purser.simulator.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.scaling.ScalingHistory.Change;
import dev.purser.simulator.scaling.ScalingHistory.Recommendation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingHistoryTest {

    @Test
    void theFirstDecisionIsPrecededByTheSizeItFound() {
        ScalingHistory after = ScalingHistory.NONE.after(100, 10, new Decision(10, 4, "", ""), 50);

        assertEquals(List.of(new Recommendation(100, 10), new Recommendation(100, 4)), after.recommendations());
        assertEquals(List.of(), after.changes());
    }

    @Test
    void aChangeIsKeptWithItsSign() {
        ScalingHistory after = ScalingHistory.NONE
                .after(100, 10, new Decision(12, 12, "", ""), 50)
                .after(110, 12, new Decision(9, 9, "", ""), 50);

        assertEquals(List.of(new Change(100, 2), new Change(110, -3)), after.changes());
    }

    @Test
    void entriesAsOldAsTheWindowAreDropped() {
        ScalingHistory after = ScalingHistory.NONE
                .after(100, 10, new Decision(12, 12, "", ""), 50)
                .after(101, 12, new Decision(13, 13, "", ""), 50)
                .after(150, 13, new Decision(13, 13, "", ""), 50);

        assertEquals(List.of(new Recommendation(101, 13), new Recommendation(150, 13)), after.recommendations());
        assertEquals(List.of(new Change(101, 1)), after.changes());
    }

    @Test
    void anErrorRecommendsNothingAndNeverMakesTheHistoryFreshAgain() {
        Decision error = Decision.withoutRecommendation(10, "cpu", "missing metric");
        ScalingHistory after = ScalingHistory.NONE
                .after(100, 10, new Decision(10, 4, "", ""), 50)
                .after(1000, 10, error, 50);

        assertEquals(List.of(new Recommendation(100, 4)), after.recommendations());
        assertEquals(after, after.seeded(1001, 10));
    }
}
