package dev.purser.scenarios.output;

import dev.purser.simulator.experiment.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Writes all files of a run into a folder. */
public final class RunOutput {
    private static final String RESULT = "result.json";
    private static final String INTERVALS = "intervals.csv";
    private static final String MONTHS = "months.csv";
    private static final String LEDGER = "ledger.csv";
    private static final String DECISIONS = "decisions.csv";
    private static final String CALIBRATION = "calibration.csv";

    /** Writes the report of a run. */
    @FunctionalInterface
    public interface ReportWriter {
        /** Writes into {@code folder} and returns the names of the files. */
        List<String> write(RunResult result, Path folder) throws IOException;
    }

    private final ReportWriter report;

    /** With {@code report} beside the tables. */
    public RunOutput(ReportWriter report) {
        this.report = report;
    }

    /** Writes every file into {@code folder}, the report beside the tables on another core, the manifest last. */
    public void write(RunResult result, Manifest manifest, Path folder) throws IOException {
        CompletableFuture<List<String>> reporting = CompletableFuture.supplyAsync(() -> report(result, folder));
        try {
            writeTables(result, folder);
        } finally {
            waitFor(reporting);
        }
        List<String> outputs = new ArrayList<>(List.of(RESULT, INTERVALS, MONTHS, LEDGER, DECISIONS));
        if (result.calibration().isPresent()) {
            outputs.add(CALIBRATION);
        }
        outputs.addAll(finished(reporting));
        manifest.write(folder.resolve(ResultFolder.MARK), result.fidelity(), outputs);
    }

    private static void writeTables(RunResult result, Path folder) throws IOException {
        ResultSummary.write(result, folder.resolve(RESULT));
        IntervalTable.write(result, folder.resolve(INTERVALS));
        MonthTable.write(result, folder.resolve(MONTHS));
        LedgerTable.write(result, folder.resolve(LEDGER));
        DecisionTable.write(result, folder.resolve(DECISIONS));
        if (result.calibration().isPresent()) {
            CalibrationTable.write(result.calibration().get(), folder.resolve(CALIBRATION));
        }
    }

    /** Well or badly: once this returns nobody writes into the folder any more. */
    private static void waitFor(CompletableFuture<?> reporting) {
        reporting.handle((files, failure) -> files).join();
    }

    private List<String> report(RunResult result, Path folder) {
        try {
            return report.write(result, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> finished(CompletableFuture<List<String>> reporting) throws IOException {
        try {
            return reporting.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException unchecked) {
                throw unchecked.getCause();
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
