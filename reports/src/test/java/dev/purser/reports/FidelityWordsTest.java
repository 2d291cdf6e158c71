package dev.purser.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.reports.html.HtmlWriter;
import dev.purser.simulator.experiment.Fidelity;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.experiment.SurfaceUse;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FidelityWordsTest {
    private static final RunResult HOUR = SyntheticRun.hour();

    @Test
    void requestLevelFollowsEveryRequest() {
        assertTrue(page(HOUR).contains("The run was made at request level: every request was followed."));
        assertEquals("request level", FidelityWords.level(at(Fidelity.REQUEST, Optional.empty())));
    }

    @Test
    void intervalLevelSaysWhatItRestsOn() {
        RunResult run = at(Fidelity.AUTO, Optional.of(new SurfaceUse(180, 42_000_000, 2_500)));
        String page = page(run);
        assertTrue(page.contains("a response surface of 180 states"), page);
        assertTrue(page.contains("42.0\u00A0million requests"), "micro-simulation");
        assertTrue(page.contains(" 2,500 of "), "followed one by one");
        assertTrue(page.contains("interval level, chosen by the expected number of requests"), "provenance");
    }

    private static String page(RunResult run) {
        return HtmlWriter.html(RunDocument.of(run, Provenances.sample()));
    }

    private static RunResult at(Fidelity asked, Optional<SurfaceUse> surface) {
        return new RunResult(
                HOUR.scenario().withFidelity(asked),
                HOUR.intervals(),
                HOUR.summaries(),
                HOUR.months(),
                HOUR.decisions(),
                HOUR.usage(),
                HOUR.ledger(),
                HOUR.isolated(),
                HOUR.events(),
                surface);
    }
}
