package dev.purser.scenarios.cli;

import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Nanos;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** The text of the line. It may be told and read by any thread. */
final class ProgressLine {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Calendar calendar;
    private final long horizonNanos;
    private final LongSupplier clockNanos;
    private final long startedNanos;
    private long simulatedNanos;
    private long requests;
    private int longest;

    /** {@code clockNanos} tells real time. */
    ProgressLine(Calendar calendar, long horizonNanos, LongSupplier clockNanos) {
        this.calendar = calendar;
        this.horizonNanos = horizonNanos;
        this.clockNanos = clockNanos;
        this.startedNanos = clockNanos.getAsLong();
    }

    synchronized void reached(long newSimulatedNanos, long newRequests) {
        simulatedNanos = newSimulatedNanos;
        requests = newRequests;
    }

    /** The line, at most {@code width} characters long. */
    synchronized String text(int width) {
        double share = (double) simulatedNanos / horizonNanos;
        double elapsedSeconds = Nanos.toSeconds(clockNanos.getAsLong() - startedNanos);
        String text = String.format(
                Locale.ROOT,
                "%3.0f %%  %s  %s requests/s  %s left",
                Math.floor(100 * share),
                DATE.format(calendar.at(simulatedNanos)),
                rate(elapsedSeconds),
                left(share, elapsedSeconds));
        return padded(text).substring(0, Math.min(width, longest));
    }

    /** With spaces over what an earlier, longer line may have left on the terminal. */
    private String padded(String text) {
        longest = Math.max(longest, text.length());
        return text + " ".repeat(longest - text.length());
    }

    private String rate(double elapsedSeconds) {
        double perSecond = elapsedSeconds == 0 ? 0 : requests / elapsedSeconds;
        return perSecond >= 1e6
                ? String.format(Locale.ROOT, "%.1f M", perSecond / 1e6)
                : String.format(Locale.ROOT, "%,.0f", perSecond);
    }

    private static String left(double share, double elapsedSeconds) {
        if (share == 0) {
            return "?";
        }
        long seconds = (long) Math.ceil(elapsedSeconds * (1 - share) / share);
        return seconds < 100 ? seconds + " s" : (seconds + 59) / 60 + " min";
    }
}
