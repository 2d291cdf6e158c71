package dev.purser.scenarios.format.trace;

import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a trace from CSV (RFC 4180 with a header; lines that start with {@code #} are comments).
 *
 * @param timeColumn name of the column with the start of each bin, or with the time of each arrival
 * @param countColumn name of the column with the arrivals in the bin; empty: each row is one arrival
 * @param times how times are written
 * @param zone zone of times without an offset
 */
public record CsvTrace(String timeColumn, Optional<String> countColumn, TraceTimes times, ZoneId zone) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    /** The samples in {@code text}, in order of the file. */
    public List<Point> read(Place file, String text, Findings findings) {
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            return hasColumns(file, parser.getHeaderNames(), findings) ? points(file, parser, findings) : List.of();
        } catch (IllegalArgumentException | UncheckedIOException | IOException broken) {
            findings.add(file, "got a broken CSV table (" + broken.getMessage() + "), must be RFC 4180 with a header");
            return List.of();
        }
    }

    private boolean hasColumns(Place file, List<String> header, Findings findings) {
        if (header.isEmpty()) {
            findings.add(file, "got an empty file, must be a CSV table with a header");
            return false;
        }
        List<String> wanted = new ArrayList<>(List.of(timeColumn));
        countColumn.ifPresent(wanted::add);
        for (String column : wanted) {
            if (!header.contains(column)) {
                findings.add(
                        file.at(1, 0),
                        "got the columns " + Received.of(String.join(", ", header)) + ", must have " + column
                                + Nearest.hint(column, header));
                return false;
            }
        }
        return true;
    }

    private List<Point> points(Place file, CSVParser parser, Findings findings) {
        List<Point> points = new ArrayList<>();
        Complaints complaints = new Complaints(findings, file);
        Instant previous = Instant.MIN;
        for (CSVRecord row : parser) {
            int line = (int) parser.getCurrentLineNumber();
            Optional<Instant> at = time(row, line, previous, complaints);
            double count = countColumn.isEmpty() ? 1 : count(row, line, complaints);
            if (at.isPresent()) {
                points.add(new Point(at.get(), count, line));
                previous = at.get();
            }
        }
        complaints.close();
        return complaints.none() ? points : List.of();
    }

    private Optional<Instant> time(CSVRecord row, int line, Instant previous, Complaints complaints) {
        String text = row.isSet(timeColumn) ? row.get(timeColumn) : "";
        try {
            return Optional.of(times.parse(text, zone, countColumn.isEmpty() ? Instant.MIN : previous));
        } catch (RuntimeException unreadable) {
            complaints.add(line, timeColumn, "got " + Received.of(text) + ", must be a time: " + allowedTimes());
            return Optional.empty();
        }
    }

    private String allowedTimes() {
        return switch (times) {
            case ISO -> "ISO 8601 that exists in " + zone + ", such as 2026-11-11T20:00 or 2026-11-11T20:00Z";
            case EPOCH_S -> "seconds since 1970, such as 1794427200";
            case EPOCH_MS -> "milliseconds since 1970, such as 1794427200000";
        };
    }

    /** A blank cell is a gap. */
    private double count(CSVRecord row, int line, Complaints complaints) {
        String column = countColumn.orElseThrow();
        String text = row.isSet(column) ? row.get(column) : "";
        if (text.isEmpty()) {
            return Double.NaN;
        }
        if (text.length() > 30 || !NUMBER.matcher(text).matches()) {
            complaints.add(line, column, "got " + Received.of(text) + ", must be a number of arrivals, not negative");
            return Double.NaN;
        }
        return Double.parseDouble(text);
    }
}
