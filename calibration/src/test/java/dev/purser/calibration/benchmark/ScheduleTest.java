package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Case SMALL = new Case(Phase.SCORE, 1, 1);
    private static final Case LARGE = new Case(Phase.SCORE, 1024, 1);

    private final Schedule schedule = new Schedule(List.of(SMALL, LARGE), Schedule.FEWEST_ROUNDS);

    @Test
    void takesTurnsUntilEachHasThreeRounds() {
        for (Case expected : List.of(SMALL, LARGE, SMALL, LARGE, SMALL, LARGE)) {
            assertEquals(Optional.of(expected), schedule.next());
            schedule.had(expected, expected == LARGE ? 1000 : 10);
        }
    }

    /** One round of the large batch takes as long as a hundred of the small one. */
    @Test
    void aSlowCaseWaitsUntilTheOthersHaveHadTheirTime() {
        takesTurnsUntilEachHasThreeRounds();
        for (int i = 0; i < 297; i++) {
            assertEquals(Optional.of(SMALL), schedule.next());
            schedule.had(SMALL, 10);
        }
        schedule.had(SMALL, 50);
        assertEquals(Optional.of(LARGE), schedule.next());
        assertEquals(301, schedule.rounds(SMALL));
    }

    @Test
    void aSlowCaseWarmsUpOnce() {
        Schedule warmUp = new Schedule(List.of(SMALL, LARGE), Schedule.FEWEST_WARM_UPS);
        warmUp.had(SMALL, 10);
        assertEquals(Optional.of(LARGE), warmUp.next());
        warmUp.had(LARGE, 1000);
        for (int i = 0; i < 98; i++) {
            assertEquals(Optional.of(SMALL), warmUp.next());
            warmUp.had(SMALL, 10);
        }
    }

    @Test
    void droppedCasesDoNotComeBack() {
        schedule.drop(SMALL);
        assertEquals(Optional.of(LARGE), schedule.next());
        schedule.drop(LARGE);
        assertEquals(Optional.empty(), schedule.next());
    }
}
