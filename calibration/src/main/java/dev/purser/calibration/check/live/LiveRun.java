package dev.purser.calibration.check.live;

import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.ModelKind;
import dev.purser.reports.html.Svg;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.output.OutputFile;
import dev.purser.simulator.hardware.ProfileEntry;
import java.io.IOException;
import java.io.PrintWriter;

/** One live check from the command line: the check itself, its text, its table and its chart. */
public final class LiveRun {
    private final ModelKind kind;
    private final ProfileEntry entry;
    private final LiveSettings settings;

    /**
     * @throws InputException if the profile's law does not reach as far as the batches do
     */
    public LiveRun(ModelKind kind, ProfileEntry entry, LiveOptions options, long seed) {
        this.kind = kind;
        this.entry = entry;
        this.settings = options.settings(seed);
        int most = entry.law().largestBatch();
        if (settings.batching().largestBatch() > most) {
            throw new InputException(
                    "--largest-batch: got " + settings.batching().largestBatch() + ", must be at most " + most
                            + ": the largest the profile knows of " + entry.label());
        }
    }

    /** The check could not be finished. */
    public static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failure(Throwable cause) {
            super("check failed: " + cause.getMessage(), cause);
        }
    }

    /** Runs it; a line of progress goes to {@code err}. */
    public void run(PrintWriter out, PrintWriter err, OutputFile table, OutputFile chart, boolean quiet)
            throws IOException, InterruptedException {
        LiveResult result;
        try (Model model = kind.create(settings.seed())) {
            result = new LiveCheck(model, entry.law(), settings, (share, what) -> progress(err, share, what, quiet))
                    .run();
        } catch (IllegalStateException | OutOfMemoryError broken) {
            throw new Failure(broken);
        }
        table.write(LiveCsv.of(result));
        chart.write(Svg.of(LiveFigure.of(entry.model(), result)));
        if (!quiet) {
            out.print(LiveText.of(entry.label(), result));
            out.flush();
        }
    }

    private static void progress(PrintWriter err, double share, String what, boolean quiet) {
        if (!quiet) {
            err.println(Math.round(100 * share) + " %: " + what);
            err.flush();
        }
    }
}
