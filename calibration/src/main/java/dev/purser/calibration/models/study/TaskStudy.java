package dev.purser.calibration.models.study;

import dev.purser.calibration.models.NetworkModel;

/** A study that trains a model step by step on labelled samples. */
public interface TaskStudy extends Study {
    /** The model before training; the same for the same seed. */
    NetworkModel untrained(long seed);

    /**
     * What the model is to learn.
     *
     * @throws dev.purser.scenarios.InputException if the data cannot be used
     */
    Task task(StudySettings settings);

    @Override
    default boolean takesPenalty() {
        return true;
    }

    @Override
    default StudyResult run(StudySettings settings, StudyProgress progress) {
        Task task = task(settings);
        NetworkModel model = untrained(settings.seed());
        model.penalise(settings.penalty());
        task.trainer(settings).train(model, task.train(), progress);
        return new StudyResult(model, task.data(), task.quality().apply(model));
    }
}
