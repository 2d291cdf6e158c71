package dev.purser.calibration.compression;

import dev.purser.calibration.compression.layers.Scaled;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.study.Samples;
import dev.purser.simulator.units.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Knowledge distillation (Hinton, Vinyals and Dean, 2015): a student with fewer hidden units starts from random weights
 * and learns the probabilities that the trained model gives, both with logits divided by a temperature while it learns.
 * Layers that are not dense are the teacher's. Beside it a student of the same size that learns from the labels alone
 * shows what the teacher is worth.
 *
 * @param width share of the hidden units that the student has
 * @param temperature of the logits while it learns; 1 for labels
 * @param taught whether by the teacher; otherwise by the labels
 */
public record Distillation(double width, double temperature, boolean taught) implements Compression {
    static final String METHOD = "distillation";

    /** Checks shares and temperature. */
    public Distillation {
        Check.that(width > 0 && width <= 1, "width of the student", width, "must be in (0, 1]");
        Check.positive(temperature, "temperature");
        Check.that(taught || temperature == 1, "temperature", temperature, "must be 1 where labels teach");
    }

    @Override
    public String method() {
        return METHOD;
    }

    @Override
    public String setting() {
        String teacher = taught
                ? String.format(Locale.ROOT, "taught at temperature %.0f", temperature)
                : "taught by the labels alone";
        return Settings.percent(width) + " of the hidden units, " + teacher;
    }

    @Override
    public Compressed apply(NetworkModel trained, TrainingData data) {
        List<CompressedLayer> student = student(trained, data.trainer().seed());
        Samples samples = taught
                ? SoftLabels.of(
                        Compressed.model(
                                trained, softened(trained.network().chain().layers())),
                        data.samples())
                : data.samples();
        List<Layer> layers = student.stream().map(CompressedLayer::layer).toList();
        data.train(
                Compressed.model(trained, softened(layers)),
                samples,
                data.trainer().epochs());
        return Compressed.of(trained, student);
    }

    private List<CompressedLayer> student(NetworkModel trained, long seed) {
        RandomWeights weights = new RandomWeights(seed);
        List<Layer> layers = trained.network().chain().layers();
        List<CompressedLayer> student = new ArrayList<>();
        int inputs = 0;
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Dense dense) {
                boolean last = i == layers.size() - 1;
                int outputs = last ? (int) dense.outputs() : narrowed(dense.outputs());
                int before = inputs == 0 ? (int) dense.weights().size(0) : inputs;
                student.add(CompressedLayer.ofFloats(new Dense(weights, before, outputs, dense.activation())));
                inputs = outputs;
            } else {
                student.add(CompressedLayer.kept(layers.get(i)));
            }
        }
        return student;
    }

    private int narrowed(long units) {
        return Math.max(1, (int) Math.round(width * units));
    }

    private List<Layer> softened(List<Layer> layers) {
        List<Layer> softened = new ArrayList<>(layers);
        softened.add(new Scaled(1 / temperature));
        return softened;
    }
}
