package dev.purser.calibration.models.study;

import dev.purser.calibration.data.InteractionTable;
import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.data.synthetic.InteractionGenerator;

/** Interactions of the user, or generated ones, with a fifth held out. */
record InteractionData(Split<Interactions> split, String text) {
    /** What {@code --data} names. */
    static final String WANTED = "CSV table of interactions: user, item and perhaps weight; else generated purchases";

    private static final double HELD_OUT = 0.2;

    static InteractionData of(StudySettings settings) {
        Interactions all = all(settings);
        Split<Interactions> split = all.split(HELD_OUT, settings.seed());
        String source = settings.data().map(Object::toString).orElse("generated");
        String text = all.users() + " users, " + all.items() + " items, "
                + split.train().count() + " pairs to train on, "
                + split.heldOut().count() + " held out (" + source
                + ")";
        return new InteractionData(split, text);
    }

    static Interactions all(StudySettings settings) {
        return settings.data()
                .map(file -> InteractionTable.read(file, settings.columns()))
                .orElseGet(() -> InteractionGenerator.usual(settings.seed()).purchases());
    }
}
