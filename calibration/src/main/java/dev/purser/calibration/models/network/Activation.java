package dev.purser.calibration.models.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinearDerivative;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Function applied to each output of a layer. */
public enum Activation {
    /** x. */
    IDENTITY {
        @Override
        public INDArray apply(INDArray values) {
            return values;
        }

        @Override
        public INDArray gradient(INDArray output, INDArray outputGradient) {
            return outputGradient;
        }
    },
    /** max(x, 0). */
    RELU {
        @Override
        public INDArray apply(INDArray values) {
            return Transforms.relu(values, false);
        }

        @Override
        public INDArray gradient(INDArray output, INDArray outputGradient) {
            Nd4j.exec(new RectifiedLinearDerivative(output, outputGradient, outputGradient));
            return outputGradient;
        }
    };

    /** Overwrites {@code values} with the function of them and returns them. */
    public abstract INDArray apply(INDArray values);

    /** Overwrites {@code outputGradient} with the gradient by the function's argument and returns it. */
    public abstract INDArray gradient(INDArray output, INDArray outputGradient);
}
