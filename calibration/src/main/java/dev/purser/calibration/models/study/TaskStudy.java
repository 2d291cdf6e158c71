package dev.purser.calibration.models.study;

import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.simulator.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A study that trains a network step by step on samples of some classes. */
public interface TaskStudy extends Study {
    /** Makes untrained networks. */
    @FunctionalInterface
    interface Creator {
        /** The same weights for the same seed; {@code dropout} is the share of hidden units that training leaves out. */
        NetworkModel create(long seed, double dropout);
    }

    /** Makes the model before training. */
    Creator create();

    /**
     * What the model is to learn.
     *
     * @throws dev.purser.scenarios.InputException if the data cannot be used
     */
    Task task(StudySettings settings);

    /** Samples as training sees them, if they are to look different each time. */
    default Samples augmented(Samples samples, StudySettings settings) {
        return samples;
    }

    @Override
    default Set<TrainingOption> options() {
        return Set.of(
                TrainingOption.EPOCHS,
                TrainingOption.L1,
                TrainingOption.L2,
                TrainingOption.DROPOUT,
                TrainingOption.RESAMPLING,
                TrainingOption.FOLDS);
    }

    @Override
    default StudyResult run(StudySettings settings, StudyProgress progress) {
        Task task = task(settings);
        int folds = settings.options().folds();
        List<Figure> crossed =
                CrossValidation.figures(task.train().count(), folds, settings.seed(), (indices, number) -> {
                    ClassifiedSamples train = task.train().chosen(indices.train());
                    try (NetworkModel model = trained(task, train, settings, progress.part(number, folds + 1))) {
                        return task.quality().of(model, task.train().chosen(indices.heldOut()));
                    }
                });
        NetworkModel model = trained(task, task.train(), settings, progress.part(folds, folds + 1));
        List<Figure> figures = new ArrayList<>(task.figures(model));
        figures.addAll(crossed);
        return new StudyResult(model, task.data(), figures, Optional.of(task.digest()));
    }

    /** A model that has learnt {@code samples} as {@code settings} say. */
    default NetworkModel trained(Task task, ClassifiedSamples samples, StudySettings settings, StudyProgress progress) {
        TrainingOptions options = settings.options();
        NetworkModel model = create().create(settings.seed(), options.dropout());
        model.penalise(options.penalty());
        int[] chosen = options.resampling()
                .indices(samples.labels(), new RandomStreams(settings.seed(), 0).stream("resampling"));
        task.trainer(settings).train(model, augmented(samples.chosen(chosen), settings), progress);
        return model;
    }
}
