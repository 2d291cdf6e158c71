package dev.purser.calibration.models.network;

import dev.purser.simulator.units.Check;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Chains of layers, each of which takes some columns of the input; what they put out lies side by side. Columns that
 * several of them take get the sum of their gradients.
 */
public final class Branches implements Layer {
    private final List<Branch> branches;
    private List<Chain.Pass> passes = List.of();

    /** These branches, whose outputs lie in this order. */
    public Branches(List<Branch> branches) {
        this.branches = List.copyOf(Check.notEmpty(branches, "branches"));
    }

    /**
     * One of them.
     *
     * @param from first column that it takes
     * @param to the column after the last
     * @param chain its layers; none: the columns stay as they are
     * @param outputs columns that it puts out
     */
    public record Branch(long from, long to, Chain chain, long outputs) {
        /** Columns that stay as they are. */
        public static Branch kept(long from, long to) {
            return new Branch(from, to, new Chain(List.of()), to - from);
        }
    }

    @Override
    public INDArray forward(INDArray input) {
        return joined(branches.stream()
                .map(branch -> branch.chain().forward(columns(input, branch.from(), branch.to())))
                .toList());
    }

    @Override
    public INDArray forwardInTraining(INDArray input) {
        passes = branches.stream()
                .map(branch -> branch.chain().forwardInTraining(columns(input, branch.from(), branch.to())))
                .toList();
        return joined(passes.stream().map(Chain.Pass::output).toList());
    }

    @Override
    public INDArray backward(INDArray input, INDArray output, INDArray outputGradient) {
        INDArray inputGradient = Nd4j.zeros(input.dataType(), input.shape());
        long column = 0;
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            INDArray gradient = columns(outputGradient, column, column + branch.outputs());
            view(inputGradient, branch.from(), branch.to()).addi(branch.chain().backward(passes.get(i), gradient));
            column += branch.outputs();
        }
        return inputGradient;
    }

    @Override
    public List<Parameter> parameters() {
        return branches.stream()
                .flatMap(branch -> branch.chain().parameters().stream())
                .toList();
    }

    /** Those of all layers, and once more what lies side by side. */
    @Override
    public long outputs() {
        return branches.stream()
                .mapToLong(branch -> branch.chain().outputs() + branch.outputs())
                .sum();
    }

    @Override
    public long flops() {
        return branches.stream().mapToLong(branch -> branch.chain().flops()).sum();
    }

    private static INDArray joined(List<INDArray> outputs) {
        return Nd4j.concat(1, outputs.toArray(INDArray[]::new));
    }

    /** A copy, whose rows lie one after the other in memory. */
    private static INDArray columns(INDArray array, long from, long to) {
        return view(array, from, to).dup('c');
    }

    private static INDArray view(INDArray array, long from, long to) {
        return array.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to));
    }
}
