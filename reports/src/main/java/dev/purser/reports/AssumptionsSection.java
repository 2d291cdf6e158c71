package dev.purser.reports;

import dev.purser.reports.document.Block;
import dev.purser.reports.document.BulletList;
import dev.purser.reports.document.Paragraph;
import dev.purser.reports.document.Section;
import dev.purser.reports.document.Subheading;
import dev.purser.reports.document.Table;
import dev.purser.reports.document.Table.Column;
import dev.purser.reports.text.Numbers;
import dev.purser.reports.text.Words;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.serving.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the scenario assumes, and what the model leaves out. */
final class AssumptionsSection {
    private static final String LAWS_AS_FITTED = "Times of a batch follow the laws listed under provenance. Their fit"
            + " error is stated there; it is not carried into the figures above.";

    private static final String LAWS_REDRAWN = "Times of a batch follow the laws listed under provenance. What redrawn"
            + " mean times do to the figures is stated above; the fit error stated there is not carried into them.";

    private static final List<String> LIMITS = List.of(
            "One run with one seed. Chance alone moves the figures a little; this report does not say by how much.",
            "The cost of a month carries the simulated time on at its mean rate. It holds for months that look alike.",
            "Latency is queueing, batching, computing and retries. Time on the network between user and service is"
                    + " not simulated.",
            "Failures of machines are simulated only as the scenario's incidents; faults of the software are not.",
            "Prices are those of the price lists in use, shipped or the scenario's own. Taxes, negotiated discounts and"
                    + " support plans count only where the scenario states them.");

    /** Where what is said of the laws stands among the limits. */
    private static final int LAWS_AT = 2;

    private AssumptionsSection() {}

    static Section of(RunFacts facts, Provenance provenance) {
        ScenarioSpec scenario = facts.result().scenario();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(FidelityWords.describe(facts)));
        blocks.add(traffic(scenario));
        blocks.add(services(scenario));
        blocks.add(pools(scenario));
        if (!provenance.notes().isEmpty()) {
            blocks.add(new Subheading("Notes on this run"));
            blocks.add(new BulletList(provenance.notes()));
        }
        blocks.add(new Subheading("Limits of the model"));
        blocks.add(new BulletList(limits(facts)));
        return new Section("assumptions", "Assumptions and limits", blocks);
    }

    private static List<String> limits(RunFacts facts) {
        List<String> limits = new ArrayList<>(LIMITS);
        limits.add(LAWS_AT, facts.result().calibration().isPresent() ? LAWS_REDRAWN : LAWS_AS_FITTED);
        return limits;
    }

    private static Table traffic(ScenarioSpec scenario) {
        return new Table(
                "Traffic assumed",
                List.of(
                        Column.text("Pipeline"),
                        Column.text("Arrivals"),
                        Column.number("Candidates per request, mean"),
                        Column.text("Stages")),
                scenario.pipelines().stream()
                        .map(pipeline -> List.of(
                                pipeline.name(),
                                TrafficWords.describe(pipeline.traffic()),
                                Numbers.plain(pipeline.candidates().mean()),
                                String.join(
                                        ", ",
                                        pipeline.stages().stream()
                                                .map(stage -> stage.service())
                                                .toList())))
                        .toList());
    }

    private static Table services(ScenarioSpec scenario) {
        return new Table(
                "Services assumed",
                List.of(
                        Column.text("Service"),
                        Column.text("Model"),
                        Column.text("Pools"),
                        Column.text("Replicas"),
                        Column.number("Largest batch (samples)"),
                        Column.number("Longest wait (ms)"),
                        Column.number("Queue limit (requests)"),
                        Column.number("Timeout (ms)"),
                        Column.number("Cache hits (%)")),
                scenario.services().stream().map(AssumptionsSection::service).toList());
    }

    private static List<String> service(ServiceSpec service) {
        return List.of(
                service.name(),
                service.model(),
                String.join(", ", service.pools()),
                service.autoscaler().summary(),
                Numbers.count(service.batching().largestBatch()),
                Numbers.plain(service.batching().longestWaitNanos() / 1e6),
                Numbers.count(service.queueLimit()),
                service.timeoutNanos().isPresent()
                        ? Numbers.plain(service.timeoutNanos().getAsLong() / 1e6)
                        : "none",
                Numbers.percentNumber(service.cacheHitRatio()));
    }

    private static Table pools(ScenarioSpec scenario) {
        return new Table(
                "Pools assumed",
                List.of(
                        Column.text("Pool"),
                        Column.text("Instance type"),
                        Column.text("Site"),
                        Column.text("Purchase"),
                        Column.number("Instances"),
                        Column.number("Boot, mean (s)")),
                scenario.pools().stream().map(AssumptionsSection::pool).toList());
    }

    private static List<String> pool(PoolSpec pool) {
        String fewest = Numbers.count(pool.fewest());
        return List.of(
                pool.name(),
                pool.type().name(),
                pool.site(),
                Words.title(pool.purchase()).toLowerCase(Locale.ROOT),
                pool.fewest() == pool.most() ? fewest : fewest + " to " + Numbers.count(pool.most()),
                Numbers.plain(pool.bootSeconds().mean()));
    }
}
