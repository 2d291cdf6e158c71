package dev.purser.calibration.compression;

import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.Values;
import dev.purser.simulator.units.Check;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Structured pruning: drops the least important hidden units of every dense layer that feeds another dense layer, with
 * their weights on either side. The importance of a unit is its mean absolute output over training samples times the
 * Euclidean norm of the weights it feeds: how much it moves the next layer.
 *
 * @param dropped share of the hidden units
 * @param passes over the training data afterwards, to mend what is left
 */
public record StructuredPruning(double dropped, int passes) implements Compression {
    static final String METHOD = "structured-pruning";
    private static final int LOOKED_AT = 1000;

    /** Checks that something is left. */
    public StructuredPruning {
        Check.that(dropped >= 0 && dropped < 1, "dropped units", dropped, "must be in [0, 1)");
        Check.atLeast(passes, 0, "passes");
    }

    @Override
    public String method() {
        return METHOD;
    }

    @Override
    public String setting() {
        return Settings.percent(dropped) + " dropped" + Settings.retrained(passes);
    }

    @Override
    public Compressed apply(NetworkModel trained, TrainingData data) {
        List<Layer> layers = trained.network().chain().layers();
        Compressed compressed =
                Compressed.of(trained, pruned(layers, data.some(LOOKED_AT).input()));
        data.train(compressed.model(), passes);
        return compressed;
    }

    private List<CompressedLayer> pruned(List<Layer> layers, INDArray input) {
        List<CompressedLayer> pruned = new ArrayList<>();
        INDArray values = input;
        int[] inputs = {};
        for (int i = 0; i < layers.size(); i++) {
            values = layers.get(i).forward(values);
            if (layers.get(i) instanceof Dense dense) {
                boolean hidden = i + 1 < layers.size() && layers.get(i + 1) instanceof Dense;
                int[] outputs = hidden ? important(values, (Dense) layers.get(i + 1)) : new int[0];
                pruned.add(CompressedLayer.ofFloats(part(dense, inputs, outputs)));
                inputs = outputs;
            } else {
                pruned.add(CompressedLayer.kept(layers.get(i)));
            }
        }
        return pruned;
    }

    /** The units to keep, in their order; at least one. */
    private int[] important(INDArray outputs, Dense next) {
        float[] importance = Values.of(outputs.norm1(0));
        float[] fed = Values.of(next.weights().norm2(1));
        IntStream.range(0, fed.length).forEach(unit -> importance[unit] *= fed[unit]);
        int kept = Math.max(1, (int) Math.round((1 - dropped) * importance.length));
        return IntStream.range(0, importance.length)
                .boxed()
                .sorted(Comparator.comparing(unit -> -importance[unit]))
                .limit(kept)
                .sorted()
                .mapToInt(unit -> unit)
                .toArray();
    }

    /** These inputs and outputs of {@code dense}; none named: all. */
    private static Dense part(Dense dense, int[] inputs, int[] outputs) {
        INDArray rows = inputs.length == 0 ? dense.weights() : dense.weights().getRows(inputs);
        return outputs.length == 0
                ? new Dense(rows.dup('c'), dense.bias().dup('c'), dense.activation())
                : new Dense(
                        rows.getColumns(outputs).dup('c'),
                        dense.bias().getColumns(outputs).dup('c'),
                        dense.activation());
    }
}
