package dev.purser.calibration.sweep;

import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.table.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which column of a foreign table means what, as {@code meaning=column}.
 *
 * <p>Meanings are {@code model}, {@code hardware}, {@code precision}, {@code backend}, {@code batch} (samples),
 * {@code time} (mean time of a batch) or {@code throughput} (samples per second, one batch at a time), {@code compute}
 * (the part of that time in which the server computes), quantiles of the time as {@code p50} or {@code p99.9}, and
 * {@code source}. A name may join columns, {@code model=name+size}, with a
 * space between; {@code backend='onnx'} in quotes is the same for all rows.
 */
public final class ColumnMap {
    private static final Set<String> NAMES = new TreeSet<>(Set.of("model", "hardware", "precision", "backend"));
    private static final Set<String> MEANINGS = new TreeSet<>(Set.of(
            "model",
            "hardware",
            "precision",
            "backend",
            "batch",
            "time",
            "throughput",
            "compute",
            "source",
            "p50",
            "p99"));
    private static final Pattern QUANTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d+)?)");
    private static final Pattern CONSTANT = Pattern.compile("'([^']*)'");

    private final Map<String, String> columns;
    private final SortedMap<Double, String> quantiles;

    private ColumnMap(Map<String, String> columns, SortedMap<Double, String> quantiles) {
        this.columns = columns;
        this.quantiles = quantiles;
    }

    /** The map in {@code assignments}; what is wrong or missing becomes a problem at {@code place}. */
    public static ColumnMap of(List<String> assignments, Place place, Findings findings) {
        Map<String, String> columns = new TreeMap<>();
        SortedMap<Double, String> quantiles = new TreeMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            String meaning = equals < 0 ? assignment : assignment.substring(0, equals);
            String column = equals < 0 ? "" : assignment.substring(equals + 1);
            Optional<Double> probability = probability(meaning);
            if (column.isBlank()) {
                findings.add(place, "got " + Received.of(assignment) + ", must be meaning=column");
            } else if (probability.isPresent()) {
                quantiles.put(probability.get(), column);
            } else if (MEANINGS.contains(meaning)) {
                columns.put(meaning, column);
            } else {
                findings.add(place, "got meaning " + Received.of(meaning) + ", " + Nearest.oneOf(meaning, MEANINGS));
            }
        }
        checkComplete(columns, place, findings);
        return new ColumnMap(columns, quantiles);
    }

    private static void checkComplete(Map<String, String> columns, Place place, Findings findings) {
        Set<String> needed = new TreeSet<>(NAMES);
        needed.add("batch");
        needed.removeAll(columns.keySet());
        if (!needed.isEmpty()) {
            findings.add(place, "got nothing for " + String.join(", ", needed) + ", must say which column it is");
        }
        if (columns.containsKey("time") == columns.containsKey("throughput")) {
            findings.add(place, "got both or neither of time and throughput, must be one of them");
        }
    }

    /** The probability of a meaning like {@code p99.9}, exact in decimal. */
    private static Optional<Double> probability(String meaning) {
        return Optional.of(QUANTILE.matcher(meaning))
                .filter(Matcher::matches)
                .map(matcher ->
                        new BigDecimal(matcher.group(1)).movePointLeft(2).doubleValue())
                .filter(probability -> probability > 0);
    }

    /** The columns a table must have. */
    Set<String> required() {
        Set<String> required = new TreeSet<>(quantiles.values());
        columns.values().forEach(column -> required.addAll(parts(column)));
        return required;
    }

    private static List<String> parts(String column) {
        return CONSTANT.matcher(column).matches() ? List.of() : List.of(column.split("\\+"));
    }

    /** What {@code meaning} is called in {@code row}: joined, or the constant. */
    String name(Row row, String meaning) {
        String column = columns.get(meaning);
        Matcher constant = CONSTANT.matcher(column);
        if (constant.matches()) {
            return constant.group(1);
        }
        String name = parts(column).stream()
                .flatMap(part -> row.optional(part).stream())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? row.text(parts(column).get(0)) : name;
    }

    /** The source in {@code row}, if the map names one. */
    Optional<String> source(Row row) {
        return columns.containsKey("source") ? Optional.of(name(row, "source")) : Optional.empty();
    }

    /** The single column that means {@code meaning}. */
    String column(String meaning) {
        return columns.get(meaning);
    }

    /** Whether the mean time is there itself, and not the throughput. */
    boolean hasTime() {
        return columns.containsKey("time");
    }

    /** Whether the time of the computation is there. */
    boolean hasCompute() {
        return columns.containsKey("compute");
    }

    /** Columns of quantiles by probability. */
    SortedMap<Double, String> quantiles() {
        return quantiles;
    }

    /** Meanings that stand for names and can be renamed. */
    static List<String> names() {
        return new ArrayList<>(NAMES);
    }
}
