package dev.purser.calibration.models.study;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.network.Scope;
import dev.purser.calibration.models.network.Values;
import dev.purser.scenarios.output.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a kept model was trained on: the SHA-256 of its training samples, in a file beside the weights. Who measures the
 * model again can tell by it whether the held-out samples are still such as it has not seen.
 */
public final class TrainedOn {
    private static final String FILE = "trained-on.sha256";
    private static final int PART = 256;

    private TrainedOn() {}

    /** SHA-256 of the inputs and labels of {@code samples}, in their order, as 64 hexadecimal digits. */
    static String digest(Samples samples) {
        MessageDigest digest = sha256();
        for (int from = 0; from < samples.count(); from += PART) {
            int[] part = IntStream.range(from, Math.min(samples.count(), from + PART))
                    .toArray();
            Scope.within("digest", () -> {
                Batch batch = samples.batch(part);
                batch.inputs().forEach(input -> digest.update(bytes(input)));
                digest.update(bytes(batch.requireLabels()));
                return digest;
            });
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Writes {@code digest} into {@code folder}. */
    public static void write(Path folder, String digest) throws IOException {
        WholeFile.write(folder.resolve(FILE), (digest + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets what another model in {@code folder} was trained on. */
    public static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** The digest in {@code folder}; empty if nobody has said. */
    public static Optional<String> read(Path folder) throws IOException {
        try {
            return Optional.of(Files.readString(folder.resolve(FILE)).strip());
        } catch (NoSuchFileException unsaid) {
            return Optional.empty();
        }
    }

    private static ByteBuffer bytes(INDArray array) {
        float[] values = Values.of(array);
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
        bytes.asFloatBuffer().put(values);
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
