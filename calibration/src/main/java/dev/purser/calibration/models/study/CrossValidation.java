package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Split;
import dev.purser.calibration.models.study.StudyResult.Figure;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/** Quality of models that are each trained on all parts of the training data but one, and measured on that one. */
final class CrossValidation {
    private CrossValidation() {}

    /** Measures one fold. */
    @FunctionalInterface
    interface Fold {
        /** The same figures in the same order for each fold, whose number counts from 0. */
        List<Figure> figures(Split<int[]> indices, int number);
    }

    /** Mean and standard deviation of each figure over {@code folds} parts of {@code count} samples; none for 0 parts. */
    static List<Figure> figures(int count, int folds, long seed, Fold fold) {
        if (folds == 0) {
            return List.of();
        }
        List<List<Figure>> measured = new ArrayList<>();
        for (Split<int[]> indices : Split.folds(count, folds, seed)) {
            measured.add(fold.figures(indices, measured.size()));
        }
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < measured.get(0).size(); i++) {
            int place = i;
            double[] values = measured.stream()
                    .mapToDouble(ofFold -> ofFold.get(place).value())
                    .toArray();
            String name = measured.get(0).get(i).name();
            figures.add(new Figure(name + ", mean of " + folds + " folds", new Mean().evaluate(values)));
            figures.add(new Figure(name + ", deviation of the folds", new StandardDeviation().evaluate(values)));
        }
        return figures;
    }
}
