package dev.purser.calibration.models.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** What becomes of a network's last layer: a prediction, and a loss that fits it. */
public enum Head {
    /** Probabilities of classes that exclude each other; loss: cross-entropy with one-hot labels. */
    SOFTMAX {
        @Override
        public INDArray predict(INDArray logits) {
            Nd4j.exec(new SoftMax(logits, logits, 1));
            return logits;
        }

        @Override
        public double loss(INDArray predictions, INDArray labels) {
            return -labels.mul(log(predictions)).sumNumber().doubleValue() / labels.size(0);
        }
    },
    /** Probabilities each on its own; loss: binary cross-entropy, summed over outputs. */
    SIGMOID {
        @Override
        public INDArray predict(INDArray logits) {
            return Transforms.sigmoid(logits, false);
        }

        @Override
        public double loss(INDArray predictions, INDArray labels) {
            INDArray hit = labels.mul(log(predictions));
            INDArray miss = labels.rsub(1).muli(log(predictions.rsub(1)));
            return -hit.addi(miss).sumNumber().doubleValue() / labels.size(0);
        }
    };

    private static final double SMALLEST = 1e-30;

    /** Overwrites {@code logits} with the predictions and returns them. */
    public abstract INDArray predict(INDArray logits);

    /** Mean loss of a sample. */
    public abstract double loss(INDArray predictions, INDArray labels);

    /** Gradient of the mean loss by the logits: (prediction - label) / samples for either head. */
    public INDArray lossGradient(INDArray predictions, INDArray labels) {
        return predictions.sub(labels).divi(labels.size(0));
    }

    private static INDArray log(INDArray values) {
        return Transforms.log(Transforms.max(values, SMALLEST, true), false);
    }
}
