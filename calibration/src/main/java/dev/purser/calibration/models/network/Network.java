package dev.purser.calibration.models.network;

import dev.purser.calibration.models.ModelSize;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Layers one after the other, and a head.
 *
 * @param inputs numbers in the input of one sample
 * @param chain the layers
 * @param head prediction and loss
 */
public record Network(long inputs, Chain chain, Head head) {
    /** A network of {@code layers} in the order of the forward pass. */
    public Network(long inputs, List<Layer> layers, Head head) {
        this(inputs, new Chain(layers), head);
    }

    /** Predictions for {@code input}, in a new array. */
    public INDArray predict(INDArray input) {
        return head.predict(chain.forward(input));
    }

    /** Mean loss of {@code input}, whose gradient by each parameter is then in that parameter. */
    public double backward(INDArray input, INDArray labels) {
        Chain.Pass pass = chain.forwardInTraining(input);
        INDArray predictions = head.predict(pass.output().dup());
        chain.backwardFirst(pass, head.lossGradient(predictions, labels));
        return head.loss(predictions, labels);
    }

    /** What is trained, in the order of the layers. */
    public List<Parameter> parameters() {
        return chain.parameters();
    }

    /** Sums over the layers. */
    public ModelSize size() {
        long parameters = chain.parameterCount();
        return new ModelSize(
                parameters,
                Float.BYTES * parameters,
                chain.flops(),
                Float.BYTES * (inputs + chain.outputs()),
                Float.BYTES * parameters);
    }
}
