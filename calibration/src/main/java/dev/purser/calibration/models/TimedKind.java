package dev.purser.calibration.models;

import dev.purser.calibration.models.study.Study;
import dev.purser.calibration.models.study.TimedStudy;

/**
 * A kind of model that is there to be timed: it serves, and takes steps of training, but no data are at hand that it could
 * learn from. The shapes are those that DeepRecSys configures (Gupta et al., ISCA 2020; github.com/harvard-acc/DeepRecSys,
 * commit 1383176a463a, models/configs, MIT licence; looked up on 2026-11-22); what a configuration leaves open is said
 * where it is filled in.
 */
interface TimedKind extends ModelKind {
    /** Tables have rows by the hundred million; a 64th of them fill 40 to 61 MB, still beyond what processors cache. */
    int SCALE = 64;

    @Override
    default Study study() {
        return new TimedStudy(this::create);
    }
}
