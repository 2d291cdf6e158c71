package dev.purser.calibration.benchmark;

import java.util.Locale;

/** What a call does. */
public enum Phase {
    /** Scores a batch; callers share one model. */
    SCORE,
    /** One step of the optimiser; each caller trains a model of its own. */
    TRAIN;

    /** How files and arguments name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
