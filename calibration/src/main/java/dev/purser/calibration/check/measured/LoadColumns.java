package dev.purser.calibration.check.measured;

import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.table.Row;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which column of a load test's table means what. Without a map each column means what it is called, and no other column
 * may be there. With {@code meaning=column} only what is mapped counts: {@code a+b} joins two columns with a space,
 * {@code '2048'} in quotes is the same for all rows.
 */
public final class LoadColumns {
    /** What was served. */
    static final List<String> NAMES = List.of("model", "hardware", "precision", "backend");

    /** The load and the server. */
    static final List<String> SETTINGS = List.of(
            "clients", "rate", "think", "samples", "instances", "largest-batch", "preferred", "wait", "requests");

    private static final Set<String> MEANINGS = Stream.of(
                    NAMES,
                    SETTINGS,
                    Stream.of(Figure.values()).map(Figure::column).toList())
            .flatMap(List::stream)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    private static final Set<String> WHOLE = Set.of("clients", "samples", "instances", "largest-batch");
    private static final Pattern CONSTANT = Pattern.compile("'([^']*)'");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,8}");

    private final Map<String, String> columns;
    private final boolean mapped;

    private LoadColumns(Map<String, String> columns, boolean mapped) {
        this.columns = columns;
        this.mapped = mapped;
    }

    /**
     * The map in {@code assignments}; what is wrong or missing becomes a problem at {@code place}.
     *
     * @param given names that are the same for all rows, by their meaning
     */
    public static LoadColumns of(List<String> assignments, Map<String, String> given, Place place, Findings findings) {
        Map<String, String> columns = new LinkedHashMap<>();
        if (assignments.isEmpty()) {
            MEANINGS.forEach(meaning -> columns.put(meaning, meaning));
        }
        assignments.forEach(assignment -> add(columns, assignment, place, findings));
        given.forEach((meaning, name) -> columns.put(meaning, "'" + name.replace("'", "") + "'"));
        LoadColumns result = new LoadColumns(columns, !assignments.isEmpty());
        result.checkComplete(place, findings);
        return result;
    }

    private static void add(Map<String, String> columns, String assignment, Place place, Findings findings) {
        int equals = assignment.indexOf('=');
        String meaning = equals < 0 ? assignment : assignment.substring(0, equals);
        String column = equals < 0 ? "" : assignment.substring(equals + 1);
        if (!MEANINGS.contains(meaning)) {
            findings.add(place, "got meaning " + Received.of(meaning) + ", " + Nearest.oneOf(meaning, MEANINGS));
        } else if (column.isBlank()) {
            findings.add(place, "got " + Received.of(assignment) + ", must be meaning=column");
        } else if (isWrongConstant(meaning, column)) {
            findings.add(
                    place,
                    "got " + Received.of(assignment) + ", must be a "
                            + (WHOLE.contains(meaning) ? "whole number above 0" : "decimal number") + " in quotes");
        } else {
            columns.put(meaning, column);
        }
    }

    private static boolean isWrongConstant(String meaning, String column) {
        Matcher constant = CONSTANT.matcher(column);
        Pattern allowed = WHOLE.contains(meaning) ? SIZE : NUMBER;
        boolean isNumber = !NAMES.contains(meaning) && !meaning.equals("preferred");
        return isNumber
                && constant.matches()
                && !allowed.matcher(constant.group(1)).matches();
    }

    private void checkComplete(Place place, Findings findings) {
        List<String> missing = Stream.concat(NAMES.stream(), Stream.of("samples"))
                .filter(meaning -> !columns.containsKey(meaning))
                .toList();
        if (!missing.isEmpty()) {
            findings.add(place, "got nothing for " + String.join(", ", missing) + ", must say which column it is");
        }
        if (mapped && columns.containsKey("clients") == columns.containsKey("rate")) {
            findings.add(place, "got both or neither of clients and rate, must be one of them");
        }
    }

    /** The columns a table must have. */
    Set<String> required() {
        return columns.entrySet().stream()
                .filter(entry -> mapped
                        || NAMES.contains(entry.getKey())
                        || entry.getKey().equals("samples"))
                .flatMap(entry -> parts(entry.getValue()).stream())
                .collect(Collectors.toSet());
    }

    /** The columns a table may have besides; empty: any. */
    Set<String> allowed() {
        return mapped ? Set.of() : MEANINGS;
    }

    /** What {@code meaning} is called in {@code row}: joined, or the constant. */
    String name(Row row, String meaning) {
        List<String> parts = parts(columns.get(meaning));
        Optional<String> name = text(row, meaning);
        return name.isPresent() || parts.isEmpty() ? name.orElse("") : row.text(parts.get(0));
    }

    /** The text that means {@code meaning} in {@code row}; empty where the cell is, or the column is not there. */
    Optional<String> text(Row row, String meaning) {
        String column = columns.getOrDefault(meaning, "''");
        Matcher constant = CONSTANT.matcher(column);
        String text = constant.matches()
                ? constant.group(1)
                : parts(column).stream()
                        .flatMap(part -> row.optional(part).stream())
                        .collect(Collectors.joining(" "));
        return Optional.of(text).filter(found -> !found.isEmpty());
    }

    /** The column that means {@code meaning}, if its cells have to be looked at. */
    Optional<String> column(String meaning) {
        return Optional.ofNullable(columns.get(meaning))
                .filter(column -> !CONSTANT.matcher(column).matches());
    }

    private static List<String> parts(String column) {
        return CONSTANT.matcher(column).matches() ? List.of() : List.of(column.split("\\+"));
    }
}
