package dev.purser.calibration.benchmark;

import dev.purser.calibration.data.TableColumns;
import dev.purser.calibration.models.ModelKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One {@code --map} for the tables of several models. Each model takes the meanings it knows. Of a meaning that others know,
 * too, a table that has no such column takes the one that is called as the meaning, provided that the table of another model has the
 * column: otherwise it is a slip, which reading the table tells.
 *
 * @param columns which column holds what
 * @param tables of the models that read one
 */
record SharedMap(Map<String, String> columns, List<Table> tables) {
    /**
     * The table of a model.
     *
     * @param model its name
     * @param meanings what its columns may mean
     * @param path where it lies
     * @param columns what they are called; none if it cannot be used
     */
    record Table(String model, Set<String> meanings, Path path, List<String> columns) {
        static Table of(ModelKind kind, Path path) {
            return new Table(kind.name(), kind.study().meanings(), path, TableColumns.of(path));
        }

        boolean has(String meaning, String column) {
            return meanings.contains(meaning) && columns.contains(column);
        }
    }

    /** Which column of its table holds what, by model; a column that is missing after all is told where the table is read. */
    Map<String, Map<String, String>> byModel() {
        Map<String, Map<String, String>> byModel = new TreeMap<>();
        tables.forEach(table -> byModel.put(table.model(), of(table)));
        return byModel;
    }

    private Map<String, String> of(Table table) {
        Map<String, String> taken = new TreeMap<>(columns);
        taken.keySet().retainAll(table.meanings());
        taken.entrySet().removeIf(named -> hasItsUsualName(named.getKey(), named.getValue(), table));
        return taken;
    }

    private boolean hasItsUsualName(String meaning, String column, Table table) {
        boolean isAnothers = tables.stream().anyMatch(other -> other.has(meaning, column));
        return isAnothers && !table.columns().isEmpty() && !table.columns().contains(column);
    }
}
