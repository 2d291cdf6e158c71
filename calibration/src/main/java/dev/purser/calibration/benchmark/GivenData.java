package dev.purser.calibration.benchmark;

import dev.purser.calibration.models.ModelKind;
import dev.purser.calibration.models.ModelKinds;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Data of the user to train on.
 *
 * @param paths file or folder by model
 * @param columns which column of their tables holds what, where it is not called so, by model
 */
record GivenData(Map<String, Path> paths, Map<String, Map<String, String>> columns) {
    /**
     * Data for {@code kinds} from the command line.
     *
     * @param assignments a model and its path each
     * @throws InputException if a model, a path or a meaning is not there
     */
    static GivenData of(List<String> assignments, Map<String, String> columns, List<ModelKind> kinds) {
        List<String> names = kinds.stream().map(ModelKind::name).toList();
        Map<String, Path> paths = new TreeMap<>();
        assignments.forEach(assignment -> add(assignment, names, paths));
        if (columns.isEmpty()) {
            return new GivenData(paths, Map.of());
        }
        List<ModelKind> given =
                kinds.stream().filter(kind -> paths.containsKey(kind.name())).toList();
        check(columns, given.isEmpty(), meanings(given));
        List<SharedMap.Table> tables = given.stream()
                .filter(kind -> !kind.study().meanings().isEmpty())
                .map(kind -> SharedMap.Table.of(kind, paths.get(kind.name())))
                .toList();
        return new GivenData(paths, new SharedMap(columns, tables).byModel());
    }

    private static void add(String assignment, List<String> names, Map<String, Path> paths) {
        int equals = assignment.indexOf('=');
        String model = assignment.substring(0, Math.max(0, equals));
        Path path = Path.of(assignment.substring(equals + 1));
        if (!names.contains(model) || !Files.exists(path)) {
            throw new InputException("--data: got " + assignment
                    + ", must be MODEL=PATH with a path that is there and one of the models "
                    + String.join(", ", names));
        }
        Path before = paths.put(model, path);
        if (before != null) {
            throw new InputException(
                    "--data: got " + before + " and " + path + " for " + model + ", must be one of them");
        }
    }

    /** What columns may mean to the models that have data. */
    private static SortedSet<String> meanings(List<ModelKind> given) {
        SortedSet<String> meanings = new TreeSet<>();
        given.forEach(kind -> meanings.addAll(kind.study().meanings()));
        return meanings;
    }

    private static void check(Map<String, String> columns, boolean generated, SortedSet<String> meanings) {
        if (generated) {
            throw new InputException(
                    "--map: got " + new TreeMap<>(columns) + ", must come with --data: generated data have no columns");
        }
        if (meanings.isEmpty()) {
            throw new InputException("--map: got " + new TreeMap<>(columns)
                    + ", must come with --data of a model that reads a table: " + String.join(", ", readers()));
        }
        for (String meaning : columns.keySet()) {
            if (!meanings.contains(meaning)) {
                throw new InputException(
                        "--map: got " + Received.of(meaning) + ", " + Nearest.oneOf(meaning, meanings));
            }
        }
    }

    private static List<String> readers() {
        return ModelKinds.all().stream()
                .filter(kind -> !kind.study().meanings().isEmpty())
                .map(ModelKind::name)
                .toList();
    }
}
