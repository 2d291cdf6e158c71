package dev.purser.calibration.models.study;

import dev.purser.calibration.models.Model;
import java.util.List;
import java.util.Optional;

/**
 * What a study found.
 *
 * @param model the trained model; whoever asked for the study closes it
 * @param data what it was trained and tested on, one line
 * @param figures quality on held-out data, the most important first
 * @param trainedOn digest of the training samples, of a model that can be measured again
 */
public record StudyResult(Model model, String data, List<Figure> figures, Optional<String> trainedOn) {
    /** Copies the list. */
    public StudyResult {
        figures = List.copyOf(figures);
    }

    /** Of a model that is not measured again. */
    public StudyResult(Model model, String data, List<Figure> figures) {
        this(model, data, figures, Optional.empty());
    }

    /**
     * One measure of quality.
     *
     * @param name such as {@code test accuracy}
     * @param value a fraction in [0, 1], such as an accuracy, an AUC, an NDCG or a coverage; but an {@code MSE} is a square of
     *     ratings or of their logarithms, and a {@code distance} one between vectors whose root mean square is 1: both from 0
     */
    public record Figure(String name, double value) {}

    /** The figure called {@code name}, which must be there. */
    public double figure(String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
