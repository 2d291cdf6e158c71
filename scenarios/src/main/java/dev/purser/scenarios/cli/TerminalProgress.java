package dev.purser.scenarios.cli;

import dev.purser.simulator.experiment.Progress;
import dev.purser.simulator.experiment.ScenarioSpec;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * A line on the terminal that says how far a run has come: share done, simulated date, requests per second of real time
 * and time left.
 */
final class TerminalProgress implements Progress, AutoCloseable {
    private static final int REFRESH_MILLIS = 250;

    private final ProgressBar bar;
    private final ProgressLine line;

    private TerminalProgress(ProgressBar bar, ProgressLine line) {
        this.bar = bar;
        this.line = line;
    }

    /** Starts a line on {@code terminal}. */
    static TerminalProgress start(ScenarioSpec scenario, Terminal terminal) {
        ProgressLine line = new ProgressLine(scenario.calendar(), scenario.horizonNanos(), System::nanoTime);
        ProgressBar bar = new ProgressBarBuilder()
                .setInitialMax(scenario.horizonNanos())
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setConsumer(terminal)
                .setRenderer((state, width) -> line.text(width))
                .clearDisplayOnFinish()
                .build();
        return new TerminalProgress(bar, line);
    }

    @Override
    public void reached(long simulatedNanos, long requests) {
        line.reached(simulatedNanos, requests);
        bar.stepTo(simulatedNanos);
    }

    @Override
    public void close() {
        bar.close();
    }
}
