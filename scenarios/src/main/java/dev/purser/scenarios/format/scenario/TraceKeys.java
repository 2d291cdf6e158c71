package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.trace.Bins;
import dev.purser.scenarios.format.trace.Gaps;
import dev.purser.scenarios.format.trace.Point;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Dates;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.traffic.TrafficSpec;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of recorded traffic, whatever kind of file it comes from. */
final class TraceKeys {
    private static final ScalarType<Gaps> GAPS = Words.kebab("gaps", Gaps.class);

    private static final ScalarType<Boolean> DATES = Words.oneOf("dates", dates());

    private final Timeline timeline;
    private final Value<ZoneId> zone;
    private final Value<Gaps> gaps;
    private final Value<Optional<LocalDateTime>> from;
    private final Value<Optional<LocalDateTime>> until;
    private final Value<Boolean> shifted;
    private final Value<Double> scale;
    private final Value<Boolean> exact;

    TraceKeys(Section in, Timeline timeline, Value<ZoneId> zone) {
        this.timeline = timeline;
        this.zone = zone;
        gaps = in.key(
                        "gaps",
                        GAPS,
                        "what stands in for missing counts: nothing (they are problems), zero (also before and after the"
                                + " trace), a straight line between the counts around, or the last count")
                .orElse("refuse");
        from = in.key("from", Shapes.orNone(Dates.MOMENT), "first moment to take, in `zone`; none: the first there is")
                .orElse("none");
        until = in.key("until", Shapes.orNone(Dates.MOMENT), "moment to stop before; none: the last there is")
                .orElse("none");
        shifted = in.key(
                        "dates",
                        DATES,
                        "whether the first bin is moved to the scenario's start (shifted) or keeps its date (kept)")
                .orElse("shifted");
        scale = in.key("scale", Counts.REAL.above("0").like("0.1"), "factor on every count")
                .orElse("1");
        exact = in.key(
                        "exact",
                        Words.TRUTH,
                        "whether each bin gets exactly its count; else the count is the mean of a Poisson variable")
                .orElse("true");
    }

    private static Map<String, Boolean> dates() {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put("shifted", true);
        words.put("kept", false);
        return words;
    }

    Gaps gaps() {
        return gaps.get();
    }

    /** The points between {@code from} and {@code until}. */
    List<Point> selected(List<Point> points) {
        Instant first = moment(from).orElse(Instant.MIN);
        Instant end = moment(until).orElse(Instant.MAX);
        if (!first.isBefore(end)) {
            throw until.refused("got " + until.get().orElseThrow() + ", must be after `from`");
        }
        return points.stream()
                .filter(point -> !point.at().isBefore(first) && point.at().isBefore(end))
                .toList();
    }

    private Optional<Instant> moment(Value<Optional<LocalDateTime>> civil) {
        return civil.get()
                .map(given ->
                        Lookups.moment(civil.map(optional -> given), zone.get()).toInstant());
    }

    /** What is replayed. It must cover the horizon, unless nothing is to arrive outside of it. */
    TrafficSpec traffic(Bins bins, Value<String> file) {
        Calendar calendar = timeline.calendar().get();
        long start = shifted.get() ? 0 : calendar.nanosAt(bins.start());
        long end = start + bins.lengthNanos();
        long horizon = timeline.horizonNanos().get();
        if ((start > 0 || end < horizon) && gaps.get() != Gaps.ZERO) {
            throw file.refused("got a trace that covers " + calendar.at(start).toLocalDateTime() + " to "
                    + calendar.at(end).toLocalDateTime() + ", must cover the horizon, "
                    + calendar.start().toLocalDateTime() + " to "
                    + calendar.at(horizon).toLocalDateTime() + "; `gaps: zero` lets nothing arrive outside of it");
        }
        return new TrafficSpec.Trace(start, bins.binNanos(), scaled(bins.counts()), exact.get(), source(bins, file));
    }

    private List<Double> scaled(double[] counts) {
        return Arrays.stream(counts).map(count -> count * scale.get()).boxed().toList();
    }

    private String source(Bins bins, Value<String> file) {
        return file.get() + ", " + bins.counts().length + " bins of " + Durations.print(bins.binNanos()) + " from "
                + bins.start().atZone(zone.get()).toLocalDateTime() + " " + zone.get() + filled(bins) + factor();
    }

    private String filled(Bins bins) {
        return bins.filled() == 0
                ? ""
                : "; " + bins.filled() + " of them were missing and filled in (gaps: "
                        + GAPS.printer().apply(gaps.get()) + ")";
    }

    private String factor() {
        return scale.get() == 1 ? "" : "; counts times " + Counts.REAL.printer().apply(scale.get());
    }
}
