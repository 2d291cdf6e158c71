package dev.purser.reports;

import dev.purser.reports.text.Numbers;
import dev.purser.simulator.experiment.Fidelity;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.experiment.SurfaceUse;

/** How closely a run followed its requests, in words. */
final class FidelityWords {
    private FidelityWords() {}

    /** One sentence or three for the assumptions. */
    static String describe(RunFacts facts) {
        return facts.result()
                .surface()
                .map(use -> interval(use, facts.offered()))
                .orElse("The run was made at request level: every request was followed.");
    }

    /** The level, and whether the scenario asked for it. */
    static String level(RunResult result) {
        String level = result.fidelity().label() + " level";
        return result.scenario().fidelity() == Fidelity.AUTO
                ? level + ", chosen by the expected number of requests"
                : level;
    }

    private static String interval(SurfaceUse use, long offered) {
        return "The run was made at interval level: time advanced in intervals. Their latencies come from a response"
                + " surface of " + Numbers.count(use.states()) + (use.states() == 1 ? " state" : " states")
                + ", which micro-simulations found by following " + Numbers.large(use.requests()) + " requests. "
                + Numbers.large(use.intervalRequests()) + " of " + Numbers.large(offered)
                + " requests were followed one by one, where an interval was not calm. How far that lies from request level on"
                + " this scenario can be measured with purser fidelity.";
    }
}
