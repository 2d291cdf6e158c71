package dev.purser.reports;

import dev.purser.simulator.cost.Ledger;
import dev.purser.simulator.experiment.DecisionRow;
import dev.purser.simulator.experiment.IntervalRecord;
import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.IsolatedCost;
import dev.purser.simulator.experiment.LatencySummary;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.Outcomes;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.traffic.RateEventSpec;
import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.PoolUse;
import dev.purser.simulator.usage.RequestCount;
import dev.purser.simulator.usage.Usage;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Results that look like those of a run but are drawn by formula: a rate with a daily shape and perhaps a sale, a
 * fleet that follows it late, latency that grows with utilisation, a bill by civil day.
 */
public final class SyntheticRun {
    static final Currency USD = Currency.getInstance("USD");

    private static final double CAPACITY_PER_REPLICA = 60;
    private static final double TARGET = 0.6;

    private final SyntheticScenario spec;
    private final List<String> names;
    private final Calendar calendar;
    private final long horizonNanos;
    private final long intervalNanos;
    private final SplittableRandom random = new SplittableRandom(7);

    private final List<IntervalRow> intervals = new ArrayList<>();
    private final List<DecisionRow> decisions = new ArrayList<>();
    private final List<InstanceLease> leases = new ArrayList<>();
    private final List<RequestCount> answered = new ArrayList<>();

    private SyntheticRun(
            String title,
            String start,
            long horizonNanos,
            long intervalNanos,
            List<String> names,
            double basePerSecond,
            Optional<RateEventSpec> event) {
        this.calendar = new Calendar(ZonedDateTime.parse(start), Set.of(), DayOfWeek.SUNDAY);
        this.spec = new SyntheticScenario(title, calendar, horizonNanos, intervalNanos, names, basePerSecond, event);
        this.names = names;
        this.horizonNanos = horizonNanos;
        this.intervalNanos = intervalNanos;
    }

    /** One day of a shop. */
    public static RunResult day() {
        return new SyntheticRun(
                        "A shop's search and recommendation, one day",
                        "2026-03-02T00:00+01:00[Europe/Berlin]",
                        Nanos.DAY,
                        Nanos.MINUTE,
                        List.of("search", "recommendation"),
                        90,
                        Optional.empty())
                .result();
    }

    /** Eleven days around a sale, by the minute, with a Chinese title. */
    public static RunResult elevenDays() {
        RateEventSpec sale = new RateEventSpec(
                "double-eleven",
                5 * Nanos.DAY + 20 * Nanos.HOUR,
                7 * Nanos.DAY,
                8,
                2 * Nanos.HOUR,
                2 * Nanos.HOUR,
                true);
        return new SyntheticRun(
                        "\u53CC\u5341\u4E00\u5927\u4FC3\uFF1A\u641C\u7D22\u4E0E\u63A8\u8350\u7684\u6210\u672C",
                        "2026-11-05T00:00+08:00[Asia/Shanghai]",
                        11 * Nanos.DAY,
                        Nanos.MINUTE,
                        List.of("search", "recommendation"),
                        240,
                        Optional.of(sale))
                .result();
    }

    /** Twelve months by the hour. */
    public static RunResult year() {
        return new SyntheticRun(
                        "Twelve months of search and recommendation",
                        "2026-01-01T00:00+01:00[Europe/Berlin]",
                        365 * Nanos.DAY,
                        Nanos.HOUR,
                        List.of("search", "recommendation"),
                        120,
                        Optional.empty())
                .result();
    }

    /** One hour. */
    public static RunResult hour() {
        return new SyntheticRun(
                        "One hour of search",
                        "2026-03-02T09:00+01:00[Europe/Berlin]",
                        Nanos.HOUR,
                        Nanos.MINUTE,
                        List.of("search"),
                        90,
                        Optional.empty())
                .result();
    }

    /** A day on which nobody came. */
    public static RunResult silence() {
        return new SyntheticRun(
                        "A day without traffic",
                        "2026-03-02T00:00+01:00[Europe/Berlin]",
                        Nanos.DAY,
                        Nanos.MINUTE,
                        List.of("search"),
                        0,
                        Optional.empty())
                .result();
    }

    /** Thirty services with long names. */
    public static RunResult thirtyServices() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            names.add("personalised-recommendation-for-category-page-" + i);
        }
        return new SyntheticRun(
                        "Thirty services <with> \"difficult\" & long names",
                        "2026-03-02T00:00+01:00[Europe/Berlin]",
                        Nanos.DAY,
                        5 * Nanos.MINUTE,
                        names,
                        300,
                        Optional.empty())
                .result();
    }

    /** Names in many scripts, some of them beyond the report's font, and what markup has to escape. */
    public static RunResult oddNames() {
        return new SyntheticRun(
                        "\u0141\u00F3d\u017A & \u041C\u043E\u0441\u043A\u0432\u0430 <b> \u65E5\u672C\u8A9E"
                                + " \uD83D\uDED2 \u0627\u0644\u0628\u062D\u062B \u0001",
                        "2026-03-02T09:00+01:00[Europe/Berlin]",
                        Nanos.HOUR,
                        Nanos.MINUTE,
                        List.of("caf\u00E9 \uD83D\uDED2", "\u691C\u7D22 \u0627\u0644\u0628\u062D\u062B <i>"),
                        90,
                        Optional.empty())
                .result();
    }

    private RunResult result() {
        names.forEach(this::simulate);
        intervals.sort(Comparator.comparingLong(IntervalRow::fromNanos));
        decisions.sort(Comparator.comparingLong(DecisionRow::atNanos));
        Ledger ledger =
                new Ledger(USD, new SyntheticBill(names, horizonNanos, intervals).charges(), SyntheticBill.OBLIGATIONS);
        Usage usage = new Usage(
                calendar,
                horizonNanos,
                List.of(new PoolUse(
                        "gpu", "cloud", "us-east-1", SyntheticScenario.hardware(), PurchaseOption.ON_DEMAND, 0)),
                names,
                leases,
                List.of(),
                List.of(),
                List.of(),
                answered);
        List<IsolatedCost> isolated = spec.event().stream()
                .map(found -> new IsolatedCost(found.name(), ledger.total(), scaled(ledger.total(), 0.62)))
                .toList();
        return new RunResult(
                spec.scenario(),
                IntervalRecord.of(intervals),
                summaries(),
                List.of(),
                decisions,
                usage,
                ledger,
                isolated,
                48_213_377L,
                Optional.empty());
    }

    /** The service behind the pipeline {@code name}. */
    static String service(List<String> names, String name) {
        return names.size() == 1 ? "ranking" : name + "-ranking";
    }

    private void simulate(String name) {
        double share = (names.indexOf(name) == 0 ? 1.0 : 0.6) / (names.size() > 2 ? 8 : 1);
        String service = service(names, name);
        int ready = 2;
        for (int i = 0; i < ready; i++) {
            leases.add(new InstanceLease("gpu", leases.size(), 0, horizonNanos, "fewest instances"));
        }
        double carried = 0;
        for (long from = 0; from < horizonNanos; from += intervalNanos) {
            double rate = share * spec.profile().perSecondAt(from + intervalNanos / 2, calendar) * noise(0.04);
            int wanted = (int) Math.max(2, Math.ceil(rate / (CAPACITY_PER_REPLICA * TARGET)));
            if (wanted != ready && random.nextInt(3) == 0) {
                int next = wanted > ready ? Math.min(wanted, ready + Math.max(4, ready)) : wanted;
                decisions.add(decision(from, service, ready, next, rate));
                lease(from, ready, next);
                ready = next;
            }
            double load = rate / (ready * CAPACITY_PER_REPLICA);
            carried = Math.max(0, 0.5 * carried + load - 1);
            row(from, name, service, rate, wanted, ready, load, carried);
        }
    }

    private void row(
            long from, String name, String service, double rate, int wanted, int ready, double load, double carried) {
        long length = Math.min(intervalNanos, horizonNanos - from);
        long offered = Math.round(rate * Nanos.toSeconds(length));
        double failing = Math.min(0.6, Math.max(0, load - 1.02) + 0.3 * carried);
        long rejected = Math.round(0.7 * failing * offered);
        long timedOut = Math.round(0.3 * failing * offered);
        long cached = Math.round(0.2 * (offered - rejected - timedOut));
        Outcomes outcomes =
                new Outcomes(offered, offered - rejected - timedOut - cached, cached, 0, rejected, timedOut, 0);
        double u = Math.min(0.99, load);
        double base = 1e6 * (14 + 6 * u / (1 - Math.min(0.96, u)) + 40 * carried);
        add(from, length, Scope.PIPELINE, name, outcomes, 0, 0, 0, 0, base * noise(0.05), failing);
        add(from, length, Scope.SERVICE, service, outcomes, offered - cached, wanted, ready, u, 0.8 * base, failing);
        answered.add(new RequestCount(service, from, from + length, outcomes.answered()));
    }

    private void add(
            long from,
            long length,
            Scope scope,
            String name,
            Outcomes outcomes,
            long attempts,
            double wanted,
            double ready,
            double utilisation,
            double base,
            double failing) {
        boolean any = outcomes.offered() > 0;
        intervals.add(new IntervalRow(
                from,
                length,
                scope,
                name,
                outcomes,
                attempts,
                wanted,
                ready,
                utilisation,
                any && ready > 0 ? 600 + 3000 * utilisation : 0,
                quantile(any, failing, 0.5, base),
                quantile(any, failing, 0.05, base * 2.4 * noise(0.06)),
                quantile(any, failing, 0.01, base * 3.6 * noise(0.12))));
    }

    private static LatencyQuantile quantile(boolean any, double failing, double tail, double nanos) {
        if (!any) {
            return LatencyQuantile.NONE;
        }
        return failing > tail ? LatencyQuantile.MISSED : new LatencyQuantile(Math.round(nanos));
    }

    private DecisionRow decision(long at, String service, int from, int to, double rate) {
        double share = rate / (from * CAPACITY_PER_REPLICA);
        String metric = String.format(Locale.ROOT, "accelerator %.0f %% against 60 %%", 100 * share);
        String rule = to > from ? (to == 2 * from ? "scale-up rate limit" : "metric") : "stabilisation window";
        return new DecisionRow(at, "service " + service, from, to, metric, rule);
    }

    private void lease(long from, int before, int after) {
        for (int i = before; i < after; i++) {
            long until = Math.min(horizonNanos, from + 6 * Nanos.HOUR);
            leases.add(new InstanceLease("gpu", leases.size(), from, until, "replicas without room"));
        }
    }

    private List<LatencySummary> summaries() {
        List<LatencySummary> summaries = new ArrayList<>();
        intervals.stream().map(IntervalRow::name).distinct().sorted().forEach(name -> summaries.add(summary(name)));
        return summaries;
    }

    private LatencySummary summary(String name) {
        List<IntervalRow> rows =
                intervals.stream().filter(row -> row.name().equals(name)).toList();
        long[] sums = new long[4];
        for (IntervalRow row : rows) {
            sums[0] += row.outcomes().full();
            sums[1] += row.outcomes().cached();
            sums[2] += row.outcomes().rejected();
            sums[3] += row.outcomes().timedOut();
        }
        Outcomes outcomes =
                new Outcomes(sums[0] + sums[1] + sums[2] + sums[3], sums[0], sums[1], 0, sums[2], sums[3], 0);
        LatencyQuantile p99 = typical(rows, outcomes.failedShare(), 0.01, 2.6);
        boolean kept = p99.isNumber() && p99.nanos() <= 150 * Nanos.MILLISECOND;
        return new LatencySummary(
                rows.get(0).scope(),
                name,
                outcomes,
                outcomes.offered() == 0 ? Double.NaN : 31.4e6,
                typical(rows, outcomes.failedShare(), 0.5, 1),
                typical(rows, outcomes.failedShare(), 0.1, 1.5),
                typical(rows, outcomes.failedShare(), 0.05, 1.9),
                p99,
                typical(rows, outcomes.failedShare(), 0.001, 4.1),
                outcomes.offered() == 0 ? Double.NaN : kept ? 0.9962 : 0.9713);
    }

    private static LatencyQuantile typical(List<IntervalRow> rows, double failed, double tail, double factor) {
        List<Long> medians = new ArrayList<>(rows.stream()
                .filter(row -> row.p50().isNumber())
                .map(row -> row.p50().nanos())
                .toList());
        Collections.sort(medians);
        return quantile(
                !medians.isEmpty(), failed, tail, medians.isEmpty() ? 0 : factor * medians.get(medians.size() / 2));
    }

    private double noise(double width) {
        return 1 + width * (random.nextDouble() + random.nextDouble() - 1);
    }

    private static Money scaled(Money money, double factor) {
        return new Money(money.amount().multiply(BigDecimal.valueOf(factor)), money.currency());
    }
}
