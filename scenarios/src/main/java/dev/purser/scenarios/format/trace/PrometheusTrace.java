package dev.purser.scenarios.format.trace;

import dev.purser.scenarios.format.section.Received;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a trace from the answer of Prometheus to {@code /api/v1/query_range}: a matrix of one or more series, which are
 * added up. A value at time t stands for the step that ends at t, as {@code rate(...[step])} and
 * {@code increase(...[step])} have it.
 *
 * @param sum whether several series may be added up; else there must be one
 */
public record PrometheusTrace(boolean sum) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The samples in {@code text} by time; their counts are the values as they stand. */
    public List<Point> read(Place file, String text, Findings findings) {
        try {
            return samples(file, MAPPER.readTree(text), findings);
        } catch (JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            Place place = at == null || at.getLineNr() < 1 ? file : file.at(at.getLineNr(), at.getColumnNr());
            findings.add(place, "got broken JSON, must be the answer of Prometheus to query_range");
            return List.of();
        }
    }

    private List<Point> samples(Place file, JsonNode root, Findings findings) {
        if (root.path("status").asString("").equals("error")) {
            findings.add(
                    file,
                    "got an error of Prometheus, "
                            + Received.of(root.path("error").asString("without a reason"))
                            + ", must be its answer to query_range");
            return List.of();
        }
        JsonNode result = root.path("data").path("result");
        String type = root.path("data").path("resultType").asString("nothing");
        if (!type.equals("matrix") || !result.isArray() || result.isEmpty()) {
            findings.add(
                    file,
                    "got a result of type " + Received.of(type) + " with " + result.size()
                            + " series, must be a matrix of at least one: the answer of Prometheus to query_range");
            return List.of();
        }
        if (result.size() > 1 && !sum) {
            findings.add(file, "got " + result.size() + " series, must be one; `series: sum` adds them up");
            return List.of();
        }
        return added(file, result, findings);
    }

    private static List<Point> added(Place file, JsonNode result, Findings findings) {
        Complaints complaints = new Complaints(findings, file);
        Map<Instant, Step> byTime = new TreeMap<>();
        for (JsonNode series : result) {
            for (JsonNode value : series.path("values")) {
                add(value, byTime, complaints);
            }
        }
        complaints.close();
        List<Point> points = new ArrayList<>();
        byTime.forEach((at, step) -> points.add(new Point(at, step.sumOf(result.size()), 0)));
        return complaints.none() ? points : List.of();
    }

    private static void add(JsonNode sample, Map<Instant, Step> byTime, Complaints complaints) {
        String text = sample.path(1).asString("nothing");
        try {
            Instant at = TraceTimes.epoch(sample.path(0).asString(""), 9);
            byTime.merge(at, new Step(value(text), 1), Step::plus);
        } catch (RuntimeException unreadable) {
            complaints.add(0, "", "got the sample " + Received.of(sample.toString()) + ", must be [time, \"value\"]");
        }
    }

    /** NaN, which Prometheus gives where nothing was scraped, is a gap. */
    private static double value(String text) {
        double value = Double.parseDouble(text);
        if (value < 0 || Double.isInfinite(value)) {
            throw new IllegalArgumentException("must be a number, not negative");
        }
        return value;
    }

    /** What the series say of one moment, and how many of them. */
    private record Step(double sum, int series) {
        Step plus(Step other) {
            return new Step(sum + other.sum, series + other.series);
        }

        /** A moment of which one of {@code all} series says nothing is a gap: the others alone would be too few. */
        double sumOf(int all) {
            return series == all ? sum : Double.NaN;
        }
    }
}
