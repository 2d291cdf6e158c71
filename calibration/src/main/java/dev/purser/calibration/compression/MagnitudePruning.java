package dev.purser.calibration.compression;

import dev.purser.calibration.compression.layers.SparseDense;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Values;
import dev.purser.simulator.units.Check;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Magnitude pruning: sets the smallest weights of every dense layer to zero. In a file, one bit says of each weight
 * whether it is zero, and the others follow. In memory the zeros take part in every multiplication, unless a sparse
 * layer in plain Java serves.
 *
 * @param zeroed share of the weights
 * @param sparse whether a sparse layer serves
 */
public record MagnitudePruning(double zeroed, boolean sparse) implements Compression {
    static final String METHOD = "magnitude-pruning";

    /** Checks the share. */
    public MagnitudePruning {
        Check.fraction(zeroed, "zeroed weights");
    }

    @Override
    public String method() {
        return METHOD;
    }

    @Override
    public String setting() {
        return Settings.percent(zeroed) + " zero" + (sparse ? ", sparse layers in plain Java" : "");
    }

    @Override
    public Compressed apply(NetworkModel trained, TrainingData data) {
        return Compressed.ofDense(trained, this::pruned);
    }

    private CompressedLayer pruned(Dense dense) {
        float[] values = zeroed(Values.of(dense.weights()));
        INDArray weights = Nd4j.create(values, dense.weights().shape(), 'c');
        SparseDense layer = new SparseDense(weights, dense.bias(), dense.activation());
        long kept = layer.nonZero() + dense.outputs();
        long storedBytes = (values.length + Byte.SIZE - 1) / Byte.SIZE + Float.BYTES * kept;
        return sparse
                ? new CompressedLayer(layer, kept, storedBytes, layer.residentBytes())
                : new CompressedLayer(
                        new Dense(weights, dense.bias().dup('c'), dense.activation()),
                        kept,
                        storedBytes,
                        Float.BYTES * (values.length + dense.outputs()));
    }

    /** {@code values} with the smallest set to zero; of equal ones the first. */
    float[] zeroed(float[] values) {
        float[] pruned = values.clone();
        IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparing(i -> Math.abs(values[i])))
                .limit(Math.round(zeroed * values.length))
                .forEach(i -> pruned[i] = 0);
        return pruned;
    }
}
