package dev.purser.calibration.models.network.sequence;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Gated recurrent unit (Cho et al., 2014) with the reset applied after the product with U, which then is one product:
 * z = sigmoid(a_z + c_z), r = sigmoid(a_r + c_r), n = tanh(a_n + r c_n), h' = z h + (1 - z) n; a = x W + b, c = h U.
 */
public record GruCell() implements Cell {
    private static final int UPDATE = 0;
    private static final int RESET = 1;
    private static final int CANDIDATE = 2;

    @Override
    public int gates() {
        return 3;
    }

    @Override
    public int states() {
        return 1;
    }

    /** Sums of two gates, product and sum of the candidate, three for the mixture n + z (h - n). */
    @Override
    public long flops(int units) {
        return 7L * units;
    }

    @Override
    public Step step(INDArray projected, INDArray recurrent, INDArray before) {
        int units = (int) before.size(1);
        INDArray gates = Columns.of(projected, units, UPDATE, CANDIDATE);
        Transforms.sigmoid(gates.addi(Columns.of(recurrent, units, UPDATE, CANDIDATE)), false);
        INDArray reset = Columns.of(projected, units, RESET);
        INDArray candidate = Columns.of(projected, units, CANDIDATE);
        Transforms.tanh(candidate.addi(reset.mul(Columns.of(recurrent, units, CANDIDATE))), false);
        INDArray after =
                before.sub(candidate).muli(Columns.of(projected, units, UPDATE)).addi(candidate);
        return new Step(before, projected, recurrent, after);
    }

    @Override
    public Gradient backward(Step step, INDArray afterGradient) {
        int units = (int) afterGradient.size(1);
        INDArray update = Columns.of(step.gates(), units, UPDATE);
        INDArray reset = Columns.of(step.gates(), units, RESET);
        INDArray candidate = Columns.of(step.gates(), units, CANDIDATE);
        INDArray beforeGradient = afterGradient.mul(update);
        INDArray byCandidate =
                afterGradient.sub(beforeGradient).muli(candidate.mul(candidate).rsubi(1));
        INDArray byUpdate = step.before().sub(candidate).muli(beforeGradient).muli(update.rsub(1));
        INDArray byReset = Columns.of(step.recurrent(), units, CANDIDATE)
                .mul(byCandidate)
                .muli(reset)
                .muli(reset.rsub(1));
        return new Gradient(
                Columns.joined(byUpdate, byReset, byCandidate),
                Columns.joined(byUpdate, byReset, byCandidate.mul(reset)),
                beforeGradient);
    }
}
