package dev.purser.scenarios.output;

import dev.purser.simulator.experiment.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes all files of a run into a folder. */
public final class RunOutput {
    private static final String RESULT = "result.json";
    private static final String INTERVALS = "intervals.csv";
    private static final String MONTHS = "months.csv";
    private static final String LEDGER = "ledger.csv";
    private static final String DECISIONS = "decisions.csv";

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

    /** Writes every file into {@code folder}, the manifest last. */
    public void write(RunResult result, Manifest manifest, Path folder) throws IOException {
        ResultSummary.write(result, folder.resolve(RESULT));
        IntervalTable.write(result, folder.resolve(INTERVALS));
        MonthTable.write(result, folder.resolve(MONTHS));
        LedgerTable.write(result, folder.resolve(LEDGER));
        DecisionTable.write(result, folder.resolve(DECISIONS));
        List<String> outputs = new ArrayList<>(List.of(RESULT, INTERVALS, MONTHS, LEDGER, DECISIONS));
        outputs.addAll(report.write(result, folder));
        manifest.write(folder.resolve(ResultFolder.MARK), result.fidelity(), outputs);
    }
}
