package dev.purser.calibration.compression;

import dev.purser.calibration.compression.layers.FactoredDense;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.Values;
import dev.purser.simulator.units.Check;
import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Low-rank factorisation: the weights W of a dense layer become a product U V of two narrow matrices, the truncated
 * singular value decomposition. Where U and V together would hold no fewer numbers than W, W stays; so does that of the
 * last layer, whose rank is at most the number of classes.
 *
 * @param fraction rank, as a share of the largest that W can have
 * @param passes over the training data afterwards, to mend what is left
 */
public record LowRank(double fraction, int passes) implements Compression {
    static final String METHOD = "low-rank";

    /** Checks the share. */
    public LowRank {
        Check.that(fraction > 0 && fraction <= 1, "share of the rank", fraction, "must be in (0, 1]");
        Check.atLeast(passes, 0, "passes");
    }

    @Override
    public String method() {
        return METHOD;
    }

    @Override
    public String setting() {
        return Settings.percent(fraction) + " of the rank" + Settings.retrained(passes);
    }

    @Override
    public Compressed apply(NetworkModel trained, TrainingData data) {
        List<Layer> layers = trained.network().chain().layers();
        Layer last = layers.get(layers.size() - 1);
        Compressed compressed =
                Compressed.ofDense(trained, dense -> dense == last ? unchanged(dense) : factored(dense));
        data.train(compressed.model(), passes);
        return compressed;
    }

    private CompressedLayer factored(Dense dense) {
        int inputs = Math.toIntExact(dense.weights().size(0));
        int outputs = Math.toIntExact(dense.outputs());
        int rank = Math.max(1, (int) Math.round(fraction * Math.min(inputs, outputs)));
        if ((long) rank * (inputs + outputs) >= (long) inputs * outputs) {
            return unchanged(dense);
        }
        RealMatrix weights = TruncatedSvd.matrix(Values.of(dense.weights()), outputs);
        TruncatedSvd.Factors factors = new TruncatedSvd(weights).ofRank(rank);
        return CompressedLayer.ofFloats(new FactoredDense(
                array(factors.left()), array(factors.right()), dense.bias().dup('c'), dense.activation()));
    }

    private static CompressedLayer unchanged(Dense dense) {
        return CompressedLayer.ofFloats(
                new Dense(dense.weights().dup('c'), dense.bias().dup('c'), dense.activation()));
    }

    private static INDArray array(RealMatrix matrix) {
        return Nd4j.create(matrix.getData()).castTo(DataType.FLOAT);
    }
}
