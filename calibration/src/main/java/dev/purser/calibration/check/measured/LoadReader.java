package dev.purser.calibration.check.measured;

import dev.purser.calibration.sweep.Renames;
import dev.purser.calibration.sweep.Sweep;
import dev.purser.calibration.sweep.TimeUnit;
import dev.purser.scenarios.format.section.Received;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.profile.Profiles;
import dev.purser.scenarios.table.CsvTable;
import dev.purser.scenarios.table.Row;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.serving.BatchingSpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads load points from a table; {@link LoadColumns} has its columns.
 *
 * @param columns which column means what
 * @param renames short names for long ones
 * @param unit unit of the times
 * @param profiles where the laws are, whose largest batch holds where the table names none
 */
public record LoadReader(LoadColumns columns, Renames renames, TimeUnit unit, Profiles profiles) {
    private static final int MOST_SAMPLES = 1 << 30;
    private static final int MOST_CLIENTS = 1_000_000;
    private static final int MOST_INSTANCES = 1000;
    private static final Map<String, Precision> PRECISIONS = Stream.of(Precision.values())
            .collect(Collectors.toMap(Precision::name, precision -> precision, (a, b) -> a, TreeMap::new));

    /** The points in {@code text}, in their order; every bad row, and every row without a law, is a problem. */
    public List<LoadPoint> read(Place place, String text, Findings findings) {
        List<LoadPoint> points = new ArrayList<>();
        for (Row row : CsvTable.read(place, text, columns.required(), columns.allowed(), findings)) {
            Optional<Sweep.Key> key = key(row);
            Optional<ProfileEntry> entry = key.flatMap(known -> entry(known, row.place(), findings));
            int largest = entry.map(found -> found.law().largestBatch()).orElse(MOST_SAMPLES);
            Optional<LoadPoint> point = point(row, key, largest);
            if (entry.isPresent()) {
                point.ifPresent(points::add);
            }
        }
        return points;
    }

    /** The law of {@code key}; if there is none, that is a problem at {@code place}. */
    public Optional<ProfileEntry> entry(Sweep.Key key, Place place, Findings findings) {
        return profiles.entry(
                key.model(), key.hardware(), key.precision(), Optional.of(key.backend()), place, findings);
    }

    private Optional<Sweep.Key> key(Row row) {
        String model = name(row, "model");
        String hardware = name(row, "hardware");
        String backend = name(row, "backend");
        String precision = name(row, "precision");
        Precision found = PRECISIONS.get(precision);
        if (found == null && !precision.isEmpty()) {
            row.refuse(
                    columns.column("precision").orElse("precision"),
                    "got " + Received.of(precision) + ", must be one of " + String.join(", ", PRECISIONS.keySet()));
        }
        return row.build(() -> new Sweep.Key(model, hardware, found, backend));
    }

    private String name(Row row, String meaning) {
        return renames.apply(meaning, columns.name(row, meaning));
    }

    private Optional<LoadPoint> point(Row row, Optional<Sweep.Key> key, int largestOfLaw) {
        int samples = count(row, "samples", MOST_SAMPLES).orElseGet(() -> missing(row, "samples"));
        int clients = count(row, "clients", MOST_CLIENTS).orElse(0);
        double rate = number(row, "rate").orElse(0.0);
        double think = unit.toNanos(number(row, "think").orElse(0.0));
        int instances = count(row, "instances", MOST_INSTANCES).orElse(1);
        int largest = count(row, "largest-batch", MOST_SAMPLES).orElse(largestOfLaw);
        long wait = Math.round(unit.toNanos(number(row, "wait").orElse(0.0)));
        List<Integer> preferred = preferred(row);
        Map<Figure, Double> measured = measured(row, samples);
        return row.build(() -> new LoadPoint(
                row.place(),
                key.orElseThrow(),
                new Load(clients, rate, think, samples),
                instances,
                new BatchingSpec(largest, wait, preferred),
                measured));
    }

    private int missing(Row row, String meaning) {
        row.refuse(columns.column(meaning).orElse(meaning), "got nothing, must be given");
        return 1;
    }

    private Map<Figure, Double> measured(Row row, int samples) {
        Map<Figure, Double> measured = new EnumMap<>(Figure.class);
        number(row, "requests").ifPresent(perSecond -> measured.put(Figure.THROUGHPUT, perSecond * samples));
        for (Figure figure : Figure.values()) {
            number(row, figure.column())
                    .ifPresent(value -> measured.put(figure, figure.isLatency() ? unit.toNanos(value) : value));
        }
        return measured;
    }

    /** A whole number above 0 where there is one. */
    private Optional<Integer> count(Row row, String meaning, int most) {
        return columns.text(row, meaning)
                .map(text -> columns.column(meaning)
                        .map(column -> row.count(column, 1, most))
                        .orElseGet(() -> Integer.valueOf(text)));
    }

    /** A number above 0 where there is one; times may be 0. */
    private Optional<Double> number(Row row, String meaning) {
        boolean canBeNothing = meaning.equals("wait") || meaning.equals("think");
        return columns.text(row, meaning)
                .map(text -> columns.column(meaning)
                        .map(column -> canBeNothing ? row.notNegative(column).doubleValue() : row.positive(column))
                        .orElseGet(() -> Double.valueOf(text)));
    }

    private List<Integer> preferred(Row row) {
        String text = columns.text(row, "preferred").orElse("");
        List<String> sizes =
                Stream.of(text.split("[;\\s]+")).filter(size -> !size.isEmpty()).toList();
        if (sizes.stream().allMatch(size -> size.matches("[1-9]\\d{0,8}"))) {
            return sizes.stream().map(Integer::valueOf).toList();
        }
        row.refuse(
                columns.column("preferred").orElse("preferred"),
                "got " + Received.of(text) + ", must be rising whole numbers with ; between them");
        return List.of();
    }
}
