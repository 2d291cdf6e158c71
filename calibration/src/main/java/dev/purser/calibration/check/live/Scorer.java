package dev.purser.calibration.check.live;

import dev.purser.calibration.models.Batch;
import java.util.List;

/** Scores the inputs of some requests in one batch; may be called by several threads at once. */
@FunctionalInterface
interface Scorer {
    /** The scores, sample by sample, in the order of the requests. */
    float[] score(List<Batch> requests);
}
