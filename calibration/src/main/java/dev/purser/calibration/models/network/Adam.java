package dev.purser.calibration.models.network;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;

/** The optimiser of Kingma and Ba (2015), with decay rates 0.9, unless said otherwise, and 0.999 of the two moments. */
public final class Adam {
    /** Step size that the paper suggests. */
    public static final double USUAL_STEP = 0.001;

    private static final double USUAL_FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final double EPSILON = 1e-8;

    private final double step;
    private final double firstDecay;
    private final List<Parameter> parameters;
    private final List<INDArray> firstMoments = new ArrayList<>();
    private final List<INDArray> secondMoments = new ArrayList<>();
    private int steps;

    /** Its moments are zero at first, and made when training first asks for a step: a model that only serves has none. */
    public Adam(double step, List<Parameter> parameters) {
        this(step, USUAL_FIRST_DECAY, parameters);
    }

    /** With {@code firstDecay} of the first moment, below 1: how long a direction is kept. */
    public Adam(double step, double firstDecay, List<Parameter> parameters) {
        this.step = step;
        this.firstDecay = firstDecay;
        this.parameters = List.copyOf(parameters);
    }

    /** Moves each parameter against its gradient, which is overwritten. */
    public void step() {
        if (steps == 0) {
            parameters.forEach(parameter -> firstMoments.add(zeros(parameter.value())));
            parameters.forEach(parameter -> secondMoments.add(zeros(parameter.value())));
        }
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            AdamUpdater update = new AdamUpdater(
                    parameter.gradient(),
                    secondMoments.get(i),
                    firstMoments.get(i),
                    step,
                    firstDecay,
                    SECOND_DECAY,
                    EPSILON,
                    steps);
            Temporaries.within(() -> {
                Nd4j.exec(update);
                return parameter.value().subi(parameter.gradient());
            });
        }
        steps++;
    }

    private static INDArray zeros(INDArray like) {
        return Scope.outside(() -> Nd4j.zeros(like.dataType(), like.shape()));
    }

    /** Gives native memory back. */
    public void close() {
        firstMoments.forEach(INDArray::close);
        secondMoments.forEach(INDArray::close);
    }
}
