package dev.purser.calibration.benchmark;

import dev.purser.simulator.units.Nanos;
import java.util.Locale;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;

/** A line on the terminal: share done, the model at work, and the time left. */
public final class BarProgress implements Progress, AutoCloseable {
    private static final int REFRESH_MILLIS = 500;

    /** Before it the start of the first process weighs too much to tell the pace. */
    private static final double ENOUGH_SHARE = 0.1;

    /** The bar draws its line again when it has moved a step. */
    private static final int STEPS = 1000;

    private final double expectedSeconds;
    private final LongSupplier clockNanos;
    private final long startedNanos;
    private final ProgressBar bar;
    private String what = "";
    private double doneSeconds;
    private boolean training;
    private int passes;
    private int passesInAll;
    private long trainingSinceNanos;
    private long trainedNanos;

    /** A line for work that is expected to take {@code expectedSeconds}; {@code clockNanos} tells real time. */
    public BarProgress(double expectedSeconds, ProgressBarConsumer terminal, LongSupplier clockNanos) {
        this.expectedSeconds = expectedSeconds;
        this.clockNanos = clockNanos;
        this.startedNanos = clockNanos.getAsLong();
        this.bar = new ProgressBarBuilder()
                .setInitialMax(STEPS)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setConsumer(terminal)
                .setRenderer((state, width) -> text(width))
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public synchronized void working(String newWhat) {
        what = newWhat;
        trainedNanos += trainingNanos();
        training = false;
    }

    @Override
    public synchronized void training(String model, int done, int total) {
        if (!training) {
            trainingSinceNanos = clockNanos.getAsLong();
        }
        training = true;
        what = model;
        passes = done;
        passesInAll = total;
    }

    private long trainingNanos() {
        return training ? clockNanos.getAsLong() - trainingSinceNanos : 0;
    }

    @Override
    public synchronized void done(double seconds) {
        doneSeconds += seconds;
        bar.stepTo(Math.round(STEPS * Math.min(1, doneSeconds / expectedSeconds)));
    }

    /** The line, exactly {@code width} characters long. */
    synchronized String text(int width) {
        double share = Math.min(1, doneSeconds / expectedSeconds);
        String text = String.format(
                Locale.ROOT, "%3.0f %%  %s  %s%s left", Math.floor(100 * share), what, ofTraining(), left(share));
        return (text + " ".repeat(width)).substring(0, width);
    }

    /** How far the training is, with what it has left at the pace of the passes that are over. */
    private String ofTraining() {
        if (!training) {
            return "";
        }
        double seconds = Nanos.toSeconds(trainingNanos()) * (passesInAll - passes) / Math.max(1, passes);
        String left = passes == 0 ? "" : ", " + words(seconds) + " left";
        return "training, " + passes + " of " + passesInAll + " passes" + left + ", then ";
    }

    /** Of the measurements, from the pace so far; at first from what was expected. */
    private String left(double share) {
        double elapsedSeconds = Nanos.toSeconds(clockNanos.getAsLong() - startedNanos - trainedNanos - trainingNanos());
        return words(share < ENOUGH_SHARE ? expectedSeconds - elapsedSeconds : elapsedSeconds * (1 - share) / share);
    }

    /** {@code seconds} for people. */
    public static String words(double seconds) {
        long whole = (long) Math.ceil(Math.max(0, seconds));
        return whole < 100 ? whole + " s" : (whole + 59) / 60 + " min";
    }

    @Override
    public void close() {
        bar.close();
    }
}
