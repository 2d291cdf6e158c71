package dev.purser.calibration.models.network;

import dev.purser.simulator.units.Check;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * What large weights cost besides the loss: l1 x sum |w| + l2 / 2 x sum w^2. Biases cost nothing.
 *
 * @param l1 of the absolute values
 * @param l2 of the squares
 */
public record Penalty(double l1, double l2) {
    /** Large weights cost nothing. */
    public static final Penalty NONE = new Penalty(0, 0);

    /** Checks that nothing is below zero. */
    public Penalty {
        Check.atLeast(l1, 0.0, "l1");
        Check.atLeast(l2, 0.0, "l2");
    }

    /** Adds the penalty's gradient l1 sign(w) + l2 w to that of each weight. */
    public void addGradient(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            if (parameter.decayed() && !equals(NONE)) {
                INDArray weights = parameter.value();
                parameter
                        .gradient()
                        .addi(weights.mul(l2))
                        .addi(Transforms.sign(weights, true).muli(l1));
            }
        }
    }
}
