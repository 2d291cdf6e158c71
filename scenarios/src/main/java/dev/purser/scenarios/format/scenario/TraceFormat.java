package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.trace.Bins;
import dev.purser.scenarios.format.trace.CsvTrace;
import dev.purser.scenarios.format.trace.Point;
import dev.purser.scenarios.format.trace.PrometheusTrace;
import dev.purser.scenarios.format.trace.TraceTimes;
import dev.purser.scenarios.format.units.Dates;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.traffic.TrafficSpec;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads {@code trace} and {@code prometheus} of a pipeline's traffic.
 *
 * @param timeline when the scenario takes place
 * @param files the files traces come from
 */
record TraceFormat(Timeline timeline, ScenarioFiles files) {
    private static final ScalarType<TraceTimes> TIMES = Words.kebab("time format", TraceTimes.class);

    private static final ScalarType<Boolean> SERIES = Words.oneOf("series", ordered("one", false, "sum", true));

    private static final ScalarType<Boolean> VALUES = Words.oneOf("values", ordered("rate", true, "count", false));

    private static Map<String, Boolean> ordered(String first, boolean one, String second, boolean two) {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put(first, one);
        words.put(second, two);
        return words;
    }

    Format<TrafficSpec> csv() {
        return new Format<>("trace", "Recorded traffic, from CSV.", in -> {
            var traffic = in.key("trace", csvSettings(), "the file, and how to read it")
                    .required();
            return in.build(traffic::get);
        });
    }

    Format<TrafficSpec> prometheus() {
        return new Format<>("prometheus", "Recorded traffic, from an answer of Prometheus.", in -> {
            var traffic = in.key("prometheus", prometheusSettings(), "the file, and how to read it")
                    .required();
            return in.build(traffic::get);
        });
    }

    private Format<TrafficSpec> csvSettings() {
        return new Format<>("csv trace", "Counts of arrivals in bins of equal length, or single arrivals.", in -> {
            var file = in.key("file", Words.FILE, "CSV with a header").required();
            var time = in.key(
                            "time",
                            Words.NAME.like("timestamp"),
                            "column with the start of each bin, or of each arrival's time")
                    .required();
            var count = in.key(
                            "count",
                            Shapes.orNone(Words.NAME.like("requests")),
                            "column with the arrivals in the bin; none: each row is one arrival")
                    .orElse("none");
            var times = in.key("time-format", TIMES, "how times are written").orElse("iso");
            var zone = in.key("zone", Dates.ZONE, "zone of times that carry no offset")
                    .orElse("UTC");
            var bin = in.key(
                            "bin",
                            Shapes.orNone(Durations.NANOS.atLeast("1 ms").like("1 min")),
                            "length of a bin; none: the shortest distance of two rows")
                    .orElse("none");
            TraceKeys keys = new TraceKeys(in, timeline, zone);
            in.check(() -> checkArrivals(count, bin));
            return in.build(() -> {
                ScenarioFiles.Content content = files.read(file);
                CsvTrace trace = new CsvTrace(time.get(), count.get(), times.get(), zone.get());
                List<Point> points =
                        keys.selected(in.clean(findings -> trace.read(content.place(), content.text(), findings)));
                return keys.traffic(
                        in.clean(findings -> count.get().isEmpty()
                                ? Bins.ofArrivals(
                                        content.place(), points, bin.get().orElseThrow(), findings)
                                : Bins.of(content.place(), points, length(bin.get()), keys.gaps(), findings)),
                        file);
            });
        });
    }

    private static OptionalLong length(Optional<Long> bin) {
        return bin.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static void checkArrivals(Value<Optional<String>> count, Value<Optional<Long>> bin) {
        if (count.get().isEmpty() && bin.get().isEmpty()) {
            throw bin.refused("got none, must be a length, such as 1 s, where `count` is none");
        }
    }

    private Format<TrafficSpec> prometheusSettings() {
        return new Format<>("prometheus trace", "A matrix, as /api/v1/query_range answers.", in -> {
            var file = in.key("file", Words.FILE.like("requests.json"), "the answer, as JSON")
                    .required();
            var rates = in.key(
                            "as",
                            VALUES,
                            "what values are: rates per second, as rate() gives, or counts per step, as increase() does")
                    .required();
            var series = in.key("series", SERIES, "whether there must be one series, or all are added up")
                    .orElse("one");
            Value<ZoneId> utc =
                    in.key("zone", Dates.ZONE, "zone of `from` and `until`").orElse("UTC");
            TraceKeys keys = new TraceKeys(in, timeline, utc);
            return in.build(() -> {
                ScenarioFiles.Content content = files.read(file);
                PrometheusTrace trace = new PrometheusTrace(series.get());
                List<Point> points =
                        keys.selected(in.clean(findings -> trace.read(content.place(), content.text(), findings)));
                Bins bins = in.clean(
                        findings -> Bins.of(content.place(), points, OptionalLong.empty(), keys.gaps(), findings));
                return keys.traffic(stepsAsBins(bins, rates.get()), file);
            });
        });
    }

    /** A value at t stands for the step that ends at t. */
    private static Bins stepsAsBins(Bins bins, boolean rates) {
        double factor = rates ? bins.binNanos() / 1e9 : 1;
        double[] counts = bins.counts().clone();
        for (int i = 0; i < counts.length; i++) {
            counts[i] *= factor;
        }
        return new Bins(bins.start().minusNanos(bins.binNanos()), bins.binNanos(), counts, bins.filled());
    }
}
