package dev.purser.scenarios.table;

import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A CSV table: RFC 4180 with a header; lines that start with {@code #} are comments, empty lines are skipped, white
 * space around values is dropped.
 */
public final class CsvTable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .setTrim(true)
            .get();

    private CsvTable() {}

    /**
     * The rows of {@code text}. A missing column, a short row or broken quoting is a problem.
     *
     * @param place the file
     * @param required columns that must be there
     * @param allowed columns that may be there too; empty: any
     */
    public static List<Row> read(
            Place place, String text, Set<String> required, Set<String> allowed, Findings findings) {
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            int headerLine = (int) parser.getCurrentLineNumber();
            Header header = new Header(place.at(headerLine, 0), parser.getHeaderNames(), findings);
            return header.holds(required, allowed) ? rows(parser, place, findings) : List.of();
        } catch (IllegalArgumentException | UncheckedIOException | IOException broken) {
            findings.add(place, "got a broken CSV table (" + broken.getMessage() + "), must be RFC 4180 with a header");
            return List.of();
        }
    }

    /** The columns that the header of {@code text} names; none where it is no table. */
    public static List<String> columns(String text) {
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            return List.copyOf(parser.getHeaderNames());
        } catch (IllegalArgumentException | UncheckedIOException | IOException broken) {
            return List.of();
        }
    }

    private static List<Row> rows(CSVParser parser, Place place, Findings findings) {
        List<Row> rows = new ArrayList<>();
        int columns = parser.getHeaderNames().size();
        for (CSVRecord record : parser) {
            Place line = place.at((int) parser.getCurrentLineNumber(), 0);
            if (record.size() == columns) {
                rows.add(new Row(line, record.toMap(), findings));
            } else {
                findings.add(line, "got " + record.size() + " values, must be " + columns + ", one per column");
            }
        }
        if (rows.isEmpty() && findings.clean()) {
            findings.add(place, "got a table without rows, must hold at least one");
        }
        return rows;
    }

    private record Header(Place place, List<String> names, Findings findings) {
        boolean holds(Set<String> required, Set<String> allowed) {
            Set<String> known = new TreeSet<>(required);
            known.addAll(allowed);
            boolean sound = true;
            for (String column : new TreeSet<>(required)) {
                if (!names.contains(column)) {
                    sound = false;
                    findings.add(place, "column " + column + " is missing" + Nearest.hint(column, names));
                }
            }
            for (String name : names) {
                if (!allowed.isEmpty() && !known.contains(name)) {
                    sound = false;
                    findings.add(place, "got column " + Received.of(name) + ", " + Nearest.oneOf(name, known));
                }
            }
            return sound;
        }
    }
}
