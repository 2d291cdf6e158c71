package dev.purser.calibration.models;

import dev.purser.calibration.models.network.GradientCheck;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.RowGradients;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Holds the gradients of a model of sequences against differences of its loss. */
final class GradientsOfSequences {
    private GradientsOfSequences() {}

    /** All layers and vectors of {@code model}, whose weights are in double precision. */
    static void check(EmbeddingModel model, Head head) {
        Batch random = model.batch(5, 2);
        List<INDArray> inputs = random.inputs().stream()
                .map(input -> input.dataType() == DataType.FLOAT ? input.castTo(DataType.DOUBLE) : input)
                .toList();
        Batch batch = new Batch(5, inputs, random.labels().map(labels -> labels.castTo(DataType.DOUBLE)));
        INDArray byVectors = spread(model.backward(batch).rows(), model.table());
        DoubleSupplier loss = () -> head.loss(model.predict(batch), batch.requireLabels());
        for (Parameter parameter : model.parameters()) {
            GradientCheck.compare(parameter.value(), parameter.gradient().dup(), loss);
        }
        GradientCheck.compare(model.table(), byVectors, loss);
    }

    private static INDArray spread(RowGradients rows, INDArray table) {
        INDArray spread = Nd4j.zeros(DataType.DOUBLE, table.shape());
        for (int i = 0; i < rows.rows().length; i++) {
            for (int j = 0; j < rows.width(); j++) {
                spread.putScalar(rows.rows()[i], j, rows.values()[rows.width() * i + j]);
            }
        }
        return spread;
    }
}
