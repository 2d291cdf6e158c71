package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTest {
    private static final Case CASE = new Case(Phase.SCORE, 64, 2);
    private static final String TEXT = "caller,nanos\n0,100\n0,120\n1,90\n# end of 3 calls\n";

    @Test
    void readsWhatItWrites() {
        Round round = new Round(CASE, 1, 2, List.of(new long[] {100, 120}, new long[] {90}));
        assertEquals(TEXT, round.text());
        Round read = Round.parse(CASE, 1, 2, TEXT);
        assertEquals(1, read.times().process());
        assertArrayEquals(new double[] {100, 120}, read.times().callers().get(0));
        assertArrayEquals(new double[] {90}, read.times().callers().get(1));
        assertEquals(310, read.sumNanos());
        assertEquals("score-b64-t2-p1-r2.csv", read.file());
    }

    @Test
    void callersWithoutACallAreLeftOut() {
        Round round = new Round(CASE, 0, 0, List.of(new long[0], new long[] {90}));
        assertArrayEquals(
                new double[] {90},
                Round.parse(CASE, 0, 0, round.text()).times().callers().get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "caller,nanos\n",
                "caller,nanos\n0,100\n",
                "caller,nanos\n0,100\n# end of 2 calls\n",
                "caller,nanos\n0,100\n# end of 1 calls",
                "caller,nanos\n0,-1\n# end of 1 calls\n",
                "caller,nanos\n1,100\n# end of 1 calls\n",
                "caller,nanos\n0,9223372036854775807\n# end of 1 calls\n",
                "caller,nanos\n0;100\n# end of 1 calls\n",
                "time\n0,100\n# end of 1 calls\n",
            })
    void refusesTornOrForeignText(String text) {
        assertThrows(IllegalArgumentException.class, () -> Round.parse(CASE, 0, 0, text));
    }

    /** Wherever a file is cut, it is seen. */
    @Test
    void everyCutIsSeen() {
        for (int length = 0; length < TEXT.length(); length++) {
            String cut = TEXT.substring(0, length);
            assertThrows(IllegalArgumentException.class, () -> Round.parse(CASE, 0, 0, cut), cut);
        }
    }

    @Test
    void filesAreNumbered() {
        assertEquals(OptionalInt.of(12), Round.number(CASE, 1, "score-b64-t2-p1-r12.csv"));
        assertEquals(OptionalInt.empty(), Round.number(CASE, 0, "score-b64-t2-p1-r12.csv"), "another process");
        assertEquals(OptionalInt.empty(), Round.number(CASE, 1, "train-b64-t2-p1-r12.csv"), "another case");
        assertEquals(OptionalInt.empty(), Round.number(CASE, 1, "score-b64-t2-p1-r12.csv.draft"));
    }

    @Test
    void casesAreNamed() {
        assertEquals(CASE, Case.named("score-b64-t2"));
        assertEquals(new Case(Phase.TRAIN, 16, 1), Case.named("train-b16-t1"));
        assertThrows(IllegalArgumentException.class, () -> Case.named("score-b64"));
        assertEquals("batch 64 and 2 callers", CASE.label());
    }

    @Test
    void startsAreReadAsWritten() {
        Start start = new Start(3, 400, 70, 9);
        assertEquals(start, Start.parse(3, start.text()));
        assertThrows(IllegalArgumentException.class, () -> Start.parse(0, "process_nanos,load_nanos"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Start.parse(0, start.text().substring(0, start.text().length() - 1)));
        String changed = start.text().replace("400", "-400");
        assertThrows(IllegalArgumentException.class, () -> Start.parse(0, changed));
    }
}
