package dev.purser.calibration.models.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.reduce.same.Sum;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.factory.Nd4j;

/** Each kind of operation gives what ND4J's own executioner gives: [[1, 2], [3, 4]] by hand. */
class ClosingExecutionerTest {
    private static final INDArray MATRIX = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}});

    private final ClosingExecutioner executioner = new ClosingExecutioner();

    /** As everything else does that loads ND4J: without it a collection may end the process. */
    @Test
    void testsRunWithIt() {
        assertInstanceOf(ClosingExecutioner.class, Nd4j.getExecutioner());
    }

    @Test
    void reductions() {
        assertEquals(Nd4j.createFromArray(4f, 6f), executioner.exec(new Sum(MATRIX, 0)));
    }

    @Test
    void broadcasts() {
        INDArray row = Nd4j.createFromArray(10f, 20f);
        assertEquals(
                Nd4j.createFromArray(new float[][] {{11, 22}, {13, 24}}),
                executioner.exec(new BroadcastAddOp(MATRIX, row, MATRIX.dup(), 1)));
    }

    @Test
    void scalars() {
        assertEquals(
                Nd4j.createFromArray(new float[][] {{1.5f, 2.5f}, {3.5f, 4.5f}}),
                executioner.exec(new ScalarAdd(MATRIX.dup(), 0.5)));
    }

    @Test
    void transformations() {
        assertEquals(Math.E, executioner.exec(new Exp(MATRIX, MATRIX.dup())).getDouble(0, 0), 1e-6);
    }

    /** Arrays of one shape share its description. */
    @Test
    void shapesAreDescribedOnce() {
        assertSame(Nd4j.zeros(2, 7).shapeInfoDataBuffer(), Nd4j.zeros(2, 7).shapeInfoDataBuffer());
        assertNotSame(Nd4j.zeros(2, 7).shapeInfoDataBuffer(), Nd4j.zeros(7, 2).shapeInfoDataBuffer());
    }

    @Test
    void partitionsAreDescribedOnce() {
        assertSame(
                executioner.tadShapeInfoAndOffsets(MATRIX, new int[] {1}),
                executioner.tadShapeInfoAndOffsets(MATRIX.dup(), new int[] {1}));
        assertNotSame(
                executioner.tadShapeInfoAndOffsets(MATRIX, new int[] {1}),
                executioner.tadShapeInfoAndOffsets(MATRIX, new int[] {0}));
    }
}
