package dev.purser.calibration.models.network;

import dev.purser.simulator.units.Check;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Tables of vectors; a sample names {@code lookups} rows of each, whose vectors are added up. All tables lie in one array
 * [tables * rows, width], one after the other. Trained by Adagrad (Duchi, Hazan and Singer, 2011) with one sum of squares
 * per row, as is usual for such tables, on the rows that a batch names.
 */
public final class EmbeddingTables {
    private static final double STEP = 0.1;
    /** Of the lookups, by which steps are shorter: the best of 1/2, 3/4 and 1 where 120 rows are added up. */
    private static final double STEP_POWER = 0.75;

    private static final double SMALLEST = 1e-10;

    private final int tables;
    private final int rows;
    private final int lookups;
    private final INDArray weights;
    private final float[] squares;

    /** Vectors of {@code width} normal numbers; a sum of {@code lookups} times the same has variance 1 / 4. */
    public EmbeddingTables(WeightSource source, int tables, int rows, int width, int lookups) {
        Check.positive(lookups, "lookups");
        this.tables = tables;
        this.rows = rows;
        this.lookups = lookups;
        this.weights = source.normal(0.5 / lookups, (long) tables * rows, width);
        this.squares = new float[Math.multiplyExact(tables, rows)];
    }

    /** All vectors. */
    public INDArray weights() {
        return weights;
    }

    /** Sums of vectors [samples, tables * width] for row numbers {@code indices} [samples, tables, lookups]. */
    public INDArray forward(INDArray indices) {
        long samples = indices.size(0);
        INDArray vectors = Rows.of(weights, rowNumbers(indices));
        if (lookups == 1) {
            return vectors.reshape('c', samples, (long) tables * width());
        }
        return vectors.reshape('c', samples * tables, lookups, width())
                .sum(1)
                .reshape('c', samples, (long) tables * width());
    }

    /** Gradients by the vectors that {@code indices} name, given that by what {@link #forward} returned. */
    public RowGradients backward(INDArray indices, INDArray outputGradient) {
        RowGradients gradients = new RowGradients(Math.toIntExact(width()));
        int[] numbers = rowNumbers(indices);
        float[] output = Values.of(outputGradient);
        for (int i = 0; i < numbers.length; i++) {
            gradients.add(numbers[i], output, i / lookups * gradients.width());
        }
        return gradients;
    }

    /**
     * Moves the vectors of {@code gradients} against them. Where rows are added up, gradients are centred by table: what all
     * its lookups have in common moves every sum alike, which a bias behind it does as well. Left in, it would be by far the
     * largest part of a table that each sample looks up a hundred times, and the differences between rows would drown in it
     * (compare mean-only batch normalisation: Salimans and Kingma, 2016).
     */
    public void step(RowGradients gradients) {
        int[] numbers = gradients.rows();
        float[] updates = lookups == 1 ? gradients.values() : gradients.centred(tables, rows);
        int width = gradients.width();
        for (int i = 0; i < numbers.length; i++) {
            scale(updates, i * width, width, numbers[i]);
        }
        INDArray rowNumbers = Nd4j.createFromArray(numbers);
        INDArray update =
                Nd4j.create(updates, new long[] {numbers.length, width}, 'c').castTo(weights.dataType());
        Nd4j.exec(DynamicCustomOp.builder("scatter_sub")
                .addInputs(weights, rowNumbers, update)
                .addOutputs(weights)
                .build());
    }

    /** Additions: lookups - 1 for each number of each sum. */
    public long flops() {
        return (lookups - 1L) * outputs();
    }

    /** Numbers that a sample reads. */
    public long read() {
        return lookups * outputs();
    }

    /** Numbers in the sums of one sample. */
    public long outputs() {
        return tables * width();
    }

    private long width() {
        return weights.size(1);
    }

    private void scale(float[] updates, int from, int width, int row) {
        double square = 0;
        for (int i = from; i < from + width; i++) {
            square += (double) updates[i] * updates[i];
        }
        squares[row] += (float) (square / width);
        double factor = STEP / Math.pow(lookups, STEP_POWER) / (Math.sqrt(squares[row]) + SMALLEST);
        for (int i = from; i < from + width; i++) {
            updates[i] *= (float) factor;
        }
    }

    /** Rows of the one array, sample by sample. */
    private int[] rowNumbers(INDArray indices) {
        int[] numbers = Values.integers(indices);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += i / lookups % tables * rows;
        }
        return numbers;
    }
}
