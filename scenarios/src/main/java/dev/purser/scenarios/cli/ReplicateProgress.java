package dev.purser.scenarios.cli;

import dev.purser.simulator.experiment.CalibrationReplicates;
import dev.purser.simulator.units.Nanos;
import java.util.function.LongSupplier;

/** A line on the terminal that says how many replicates are over, and the time left. */
final class ReplicateProgress implements CalibrationReplicates.Listener {
    private static final int SECONDS_OF_A_MINUTE = 60;
    private static final int MOST_SECONDS = 99;

    private final Terminal terminal;
    private final LongSupplier clockNanos;
    private final long startedNanos;
    private int most;

    /** {@code clockNanos} tells real time. */
    ReplicateProgress(Terminal terminal, int all, LongSupplier clockNanos) {
        this.terminal = terminal;
        this.clockNanos = clockNanos;
        this.startedNanos = clockNanos.getAsLong();
        terminal.clear();
        terminal.accept(text(0, all, 0));
    }

    @Override
    public synchronized void reached(int done, int all) {
        most = Math.max(most, done);
        terminal.clear();
        terminal.accept(text(most, all, clockNanos.getAsLong() - startedNanos));
    }

    /** The line after {@code nanos} of real time. */
    static String text(int done, int all, long nanos) {
        return "calibration: " + done + " of " + all + " replicates  " + (done == 0 ? "?" : left(done, all, nanos))
                + " left";
    }

    private static String left(int done, int all, long nanos) {
        long seconds = (long) Math.ceil(Nanos.toSeconds(nanos) * (all - done) / done);
        return seconds <= MOST_SECONDS
                ? seconds + " s"
                : (seconds + SECONDS_OF_A_MINUTE - 1) / SECONDS_OF_A_MINUTE + " min";
    }
}
