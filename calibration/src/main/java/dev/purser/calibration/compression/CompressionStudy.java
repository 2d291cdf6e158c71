package dev.purser.calibration.compression;

import dev.purser.calibration.models.ModelSize;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.calibration.models.study.StudySettings;
import dev.purser.calibration.models.study.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Applies methods to one trained model and compares.
 *
 * @param trained the model as it is
 * @param task what it has learnt
 * @param settings of its training, for students
 * @param timing of calls
 */
record CompressionStudy(NetworkModel trained, Task task, StudySettings settings, CallTiming timing) {
    /** Hears of each method that has been applied. */
    interface Progress {
        void applied(Compression method, double quality);
    }

    Original original() {
        ModelSize size = trained.size();
        Figure quality = task.figures(trained).get(0);
        return new Original(
                size.parameters(),
                size.weightBytes(),
                quality.name(),
                quality.value(),
                task.heldOut().count());
    }

    /** One comparison for each of {@code methods}, in their order. */
    List<Comparison> compare(List<Compression> methods, Progress progress) {
        List<Compressed> compressed = new ArrayList<>();
        try {
            TrainingData data = new TrainingData(task.train(), task.trainer(settings));
            List<Double> qualities = new ArrayList<>();
            for (Compression method : methods) {
                compressed.add(method.apply(trained, data));
                qualities.add(quality(compressed.get(compressed.size() - 1)));
                progress.applied(method, qualities.get(qualities.size() - 1));
            }
            return compared(methods, compressed, qualities);
        } finally {
            compressed.forEach(Compressed::close);
        }
    }

    private List<Comparison> compared(List<Compression> methods, List<Compressed> compressed, List<Double> qualities) {
        var times =
                timing.of(trained, compressed.stream().map(Compressed::model).toList(), task.heldOut());
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            comparisons.add(comparison(methods.get(i), compressed.get(i), qualities.get(i), times.get(i)));
        }
        return comparisons;
    }

    private static Comparison comparison(
            Compression method, Compressed compressed, double quality, SortedMap<Integer, PairedTimes> times) {
        return new Comparison(
                method.method(),
                method.setting(),
                compressed.parameters(),
                compressed.storedBytes(),
                compressed.residentBytes(),
                compressed.model().size().flopsPerSample(),
                quality,
                times);
    }

    private double quality(Compressed compressed) {
        return task.figures(compressed.model()).get(0).value();
    }
}
