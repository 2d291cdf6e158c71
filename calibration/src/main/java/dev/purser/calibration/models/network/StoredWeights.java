package dev.purser.calibration.models.network;

import dev.purser.scenarios.FileTrouble;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.output.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Weights in a file: the eight letters {@code PURSERW1}, then for each array its length as a 32-bit integer and its
 * numbers in C order as 32-bit floats, all little-endian. Shapes are the model's business.
 */
public final class StoredWeights implements WeightSource {
    private static final String FILE = "weights.bin";
    private static final long MAGIC = 0x5055525345525731L;

    private final Path file;
    private final ByteBuffer bytes;

    private StoredWeights(Path file, ByteBuffer bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /**
     * Writes {@code weights} into {@code folder}.
     *
     * @throws IOException if they cannot be written; what was there before stays
     */
    public static void write(Path folder, List<INDArray> weights) throws IOException {
        long numbers = weights.stream().mapToLong(INDArray::length).sum();
        long size = Long.BYTES + (long) Integer.BYTES * weights.size() + Float.BYTES * numbers;
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size));
        bytes.putLong(MAGIC).order(ByteOrder.LITTLE_ENDIAN);
        for (INDArray array : weights) {
            bytes.putInt(Math.toIntExact(array.length()));
            bytes.asFloatBuffer().put(Values.of(array));
            bytes.position(bytes.position() + Math.toIntExact(Float.BYTES * array.length()));
        }
        WholeFile.write(folder.resolve(FILE), bytes.array());
    }

    /**
     * What {@code model} makes of the weights in {@code folder}.
     *
     * @throws InputException if there are none, or they are another model's
     */
    public static <T> T load(Path folder, Function<WeightSource, T> model) {
        StoredWeights weights = read(folder.resolve(FILE));
        T loaded = model.apply(weights);
        weights.finish();
        return loaded;
    }

    private static StoredWeights read(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            if (bytes.remaining() < Long.BYTES || bytes.getLong() != MAGIC) {
                throw new InputException(file + ": got a foreign file, must be weights that Purser saved");
            }
            return new StoredWeights(file, bytes.order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException unreadable) {
            throw new InputException(file + ": cannot be read (" + FileTrouble.of(unreadable) + ")");
        }
    }

    @Override
    public INDArray normal(double standardDeviation, long... shape) {
        long wanted = RandomWeights.product(shape);
        long found = bytes.remaining() < Integer.BYTES ? 0 : bytes.getInt();
        if (found != wanted || bytes.remaining() < Float.BYTES * wanted) {
            throw new InputException(file + ": got " + Math.min(found, bytes.remaining() / Float.BYTES)
                    + " numbers in an array, must be " + wanted + ": the file is cut short or another model's");
        }
        float[] values = new float[Math.toIntExact(wanted)];
        bytes.asFloatBuffer().get(values);
        bytes.position(bytes.position() + Float.BYTES * values.length);
        return Numbers.of(values, shape);
    }

    private void finish() {
        if (bytes.hasRemaining()) {
            throw new InputException(file + ": got " + bytes.remaining() + " bytes too many: another model's weights");
        }
    }
}
