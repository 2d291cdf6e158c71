package dev.purser.calibration.models.study;

import dev.purser.calibration.models.Model;

/** A study that trains a model step by step on labelled samples. */
public interface TaskStudy extends Study {
    /** The model before training; the same for the same seed. */
    Model untrained(long seed);

    /**
     * What the model is to learn.
     *
     * @throws dev.purser.scenarios.InputException if the data cannot be used
     */
    Task task(StudySettings settings);

    @Override
    default StudyResult run(StudySettings settings, StudyProgress progress) {
        Task task = task(settings);
        Model model = untrained(settings.seed());
        task.trainer(settings).train(model, task.train(), progress);
        return new StudyResult(model, task.data(), task.quality().apply(model));
    }
}
