package dev.purser.calibration.models.network.sequence;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Long short-term memory (Hochreiter and Schmidhuber, 1997) with a forget gate (Gers et al., 2000): i, f, o =
 * sigmoid(a + c) of their blocks, with 1 added for f so that a new layer remembers; g = tanh(a_g + c_g), m' = f m + i g,
 * h' = o tanh(m'); a = x W + b, c = h U. The state is h and m.
 */
public record LstmCell() implements Cell {
    private static final int INPUT = 0;
    private static final int FORGET = 1;
    private static final int OUTPUT = 2;
    private static final int CANDIDATE = 3;
    private static final int MEMORY = 1;

    @Override
    public int gates() {
        return 4;
    }

    @Override
    public int states() {
        return 2;
    }

    /** Sums of four gates, the 1 of the forget gate, three for the memory, one for the output. */
    @Override
    public long flops(int units) {
        return 9L * units;
    }

    @Override
    public Step step(INDArray projected, INDArray recurrent, INDArray before) {
        int units = (int) before.size(1) / states();
        INDArray gates = projected.addi(recurrent);
        Columns.of(gates, units, FORGET).addi(1);
        Transforms.sigmoid(Columns.of(gates, units, INPUT, CANDIDATE), false);
        INDArray candidate = Transforms.tanh(Columns.of(gates, units, CANDIDATE), false);
        INDArray memory = Columns.of(gates, units, FORGET)
                .mul(Columns.of(before, units, MEMORY))
                .addi(Columns.of(gates, units, INPUT).mul(candidate));
        INDArray output = Transforms.tanh(memory, true).muli(Columns.of(gates, units, OUTPUT));
        return new Step(before, gates, recurrent, Columns.joined(output, memory));
    }

    @Override
    public Gradient backward(Step step, INDArray afterGradient) {
        int units = (int) afterGradient.size(1) / states();
        INDArray input = Columns.of(step.gates(), units, INPUT);
        INDArray forget = Columns.of(step.gates(), units, FORGET);
        INDArray output = Columns.of(step.gates(), units, OUTPUT);
        INDArray candidate = Columns.of(step.gates(), units, CANDIDATE);
        INDArray squashed = Transforms.tanh(Columns.of(step.after(), units, MEMORY), true);
        INDArray byOutput = Columns.of(afterGradient, units, 0);
        INDArray byMemory = byOutput.mul(output)
                .muli(squashed.mul(squashed).rsubi(1))
                .addi(Columns.of(afterGradient, units, MEMORY));
        INDArray gates = Columns.joined(
                byMemory.mul(candidate).muli(slope(input)),
                byMemory.mul(Columns.of(step.before(), units, MEMORY)).muli(slope(forget)),
                byOutput.mul(squashed).muli(slope(output)),
                byMemory.mul(input).muli(candidate.mul(candidate).rsubi(1)));
        return new Gradient(gates, gates, Columns.joined(byMemory.mul(0), byMemory.mul(forget)));
    }

    private static INDArray slope(INDArray gate) {
        return gate.rsub(1).muli(gate);
    }
}
