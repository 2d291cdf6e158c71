package dev.purser.scenarios.cli;

import dev.purser.simulator.experiment.fidelity.FidelityResult;
import dev.purser.simulator.experiment.fidelity.FidelityRow;
import dev.purser.simulator.experiment.fidelity.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What {@code purser fidelity} prints for programs: latencies in nanoseconds, shares and relative differences as
 * fractions, empty where there is no number.
 */
final class FidelityCsv {
    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    private static final int PLACES = 9;

    private FidelityCsv() {}

    static String of(List<FidelityResult> results) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator('\n')
                .setHeader(
                        "scenario",
                        "window",
                        "measure",
                        "subject",
                        "request",
                        "interval",
                        "difference",
                        "half-width",
                        "bound",
                        "disagreeing",
                        "verdict")
                .get();
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (FidelityResult result : results) {
                for (FidelityRow row : result.rows()) {
                    printer.printRecord(cells(result, row));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<String> cells(FidelityResult result, FidelityRow row) {
        return List.of(
                safe(result.scenario().name()),
                row.window(),
                row.measure().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                safe(row.measure().subject()),
                number(row.request()),
                number(row.interval()),
                number(row.difference()),
                number(row.halfWidth()),
                row.measure().kind().bound().isEmpty()
                        ? ""
                        : number(row.measure().kind().bound().getAsDouble()),
                Integer.toString(row.disagreeing()),
                row.verdict() == Verdict.UNBOUNDED ? "" : row.verdict().label());
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return Double.isInfinite(value)
                ? "unanswered"
                : new BigDecimal(value).setScale(PLACES, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Text that a spreadsheet would take for a formula gets an apostrophe in front. */
    private static String safe(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
