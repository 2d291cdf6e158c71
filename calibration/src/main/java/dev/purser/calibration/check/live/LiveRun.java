package dev.purser.calibration.check.live;

import dev.purser.calibration.check.CheckResult;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.ModelKind;
import dev.purser.reports.html.Svg;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.cli.Terminal;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.units.Plural;
import java.util.Locale;
import java.util.Optional;

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

    /** Runs it; its progress goes to {@code terminal}, if there is one. */
    public CheckResult run(Optional<Terminal> terminal) throws InterruptedException {
        try (Model model = kind.create(settings.seed())) {
            LiveCheck check = new LiveCheck(
                    model,
                    Calibrated.of(entry),
                    settings,
                    (share, what) -> terminal.ifPresent(line -> show(line, share, what)));
            LiveResult result = check.run();
            return new CheckResult(
                    LiveText.of(entry.label(), result),
                    LiveCsv.of(result),
                    () -> Svg.of(LiveFigure.of(entry.model(), result)),
                    result.failure().map(why -> stopped(why, result)));
        } catch (IllegalStateException | OutOfMemoryError broken) {
            throw new Failure(broken);
        } finally {
            terminal.ifPresent(Terminal::clear);
        }
    }

    private static String stopped(String why, LiveResult result) {
        return "check stopped after " + result.drift().ofRounds().size() + " of "
                + Plural.of(result.settings().rounds(), "round") + ": " + why;
    }

    private static void show(Terminal terminal, double share, String what) {
        String line = String.format(Locale.ROOT, "%3.0f %%  %-20s", 100 * share, what);
        terminal.accept(line.substring(0, Math.min(line.length(), terminal.getMaxRenderedLength())));
    }
}
