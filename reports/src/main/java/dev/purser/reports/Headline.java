package dev.purser.reports;

import static dev.purser.reports.text.Numbers.money;
import static dev.purser.reports.text.Numbers.percent;

import dev.purser.reports.text.Moments;
import dev.purser.reports.text.Words;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.units.Nanos;
import java.util.Comparator;
import java.util.List;

/** The one sentence on the cover: what it costs a month, whether it is fast enough, what to do first. */
final class Headline {
    /** From this length on a run's mean month stands for itself. */
    private static final long WHOLE_MONTH_NANOS = 27 * Nanos.DAY;

    /** More failures than this are news even where every objective is kept. */
    private static final double FAILURES_WORTH_SAYING = 0.0001;

    private Headline() {}

    static String of(RunFacts facts) {
        return cost(facts) + latency(facts) + failures(facts)
                + Lever.first(facts).map(lever -> "; the first lever: " + lever).orElse("") + ".";
    }

    private static String cost(RunFacts facts) {
        return "Serving " + subjects(facts) + " costs " + money(facts.monthly(facts.total())) + " a month (effective"
                + basis(facts) + ")";
    }

    private static String subjects(RunFacts facts) {
        List<String> names = facts.result().scenario().pipelines().stream()
                .map(PipelineSpec::name)
                .toList();
        return names.size() > 3 ? names.size() + " pipelines" : Words.joined(names);
    }

    private static String basis(RunFacts facts) {
        boolean months = facts.horizonNanos() >= WHOLE_MONTH_NANOS;
        return months
                ? ", mean of " + Moments.length(facts.horizonNanos())
                : ", at the rate of " + Moments.these(facts.horizonNanos());
    }

    private static String latency(RunFacts facts) {
        List<ObjectiveCheck> missed =
                facts.objectives().stream().filter(check -> !check.kept()).toList();
        if (!missed.isEmpty()) {
            return "; the objective is not met: " + clauses(missed);
        }
        List<ObjectiveCheck> all = facts.objectives();
        return all.isEmpty() ? "; no latency objective was set" : "; " + clauses(all);
    }

    private static String clauses(List<ObjectiveCheck> checks) {
        if (checks.size() <= 2) {
            return Words.joined(checks.stream().map(ObjectiveCheck::clause).toList());
        }
        ObjectiveCheck worst = checks.stream()
                .max(Comparator.comparingDouble(ObjectiveCheck::strain))
                .orElseThrow();
        return (worst.kept()
                        ? "all " + checks.size() + " objectives are kept, the tightest: "
                        : checks.size() + " of them, the worst: ")
                + worst.clause();
    }

    private static String failures(RunFacts facts) {
        double share = facts.failedShare();
        return share < FAILURES_WORTH_SAYING ? "" : "; " + percent(share) + " of all requests got no answer";
    }
}
