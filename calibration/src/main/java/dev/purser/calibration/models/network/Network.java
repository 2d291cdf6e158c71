package dev.purser.calibration.models.network;

import dev.purser.calibration.models.ModelSize;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Layers one after the other, and a head.
 *
 * @param inputs numbers in the input of one sample
 * @param layers in the order of the forward pass
 * @param head prediction and loss
 */
public record Network(long inputs, List<Layer> layers, Head head) {
    /** Copies the list. */
    public Network {
        layers = List.copyOf(layers);
    }

    /** Predictions for {@code input}, in a new array. */
    public INDArray predict(INDArray input) {
        INDArray values = input;
        for (Layer layer : layers) {
            values = layer.forward(values);
        }
        return head.predict(values);
    }

    /** Mean loss of {@code input}, whose gradient by each parameter is then in that parameter. */
    public double backward(INDArray input, INDArray labels) {
        List<INDArray> values = new ArrayList<>(List.of(input));
        for (Layer layer : layers) {
            values.add(layer.forwardInTraining(values.get(values.size() - 1)));
        }
        INDArray predictions = head.predict(values.get(layers.size()).dup());
        INDArray gradient = head.lossGradient(predictions, labels);
        for (int i = layers.size() - 1; i > 0; i--) {
            gradient = layers.get(i).backward(values.get(i), values.get(i + 1), gradient);
        }
        layers.get(0).backwardFirst(input, values.get(1), gradient);
        return head.loss(predictions, labels);
    }

    /** What is trained, in the order of the layers. */
    public List<Parameter> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    /** Sums over the layers. */
    public ModelSize size() {
        long parameters = parameters().stream()
                .mapToLong(parameter -> parameter.value().length())
                .sum();
        long numbers = inputs + layers.stream().mapToLong(Layer::outputs).sum();
        long flops = layers.stream().mapToLong(Layer::flops).sum();
        return new ModelSize(parameters, Float.BYTES * parameters, flops, Float.BYTES * numbers);
    }
}
