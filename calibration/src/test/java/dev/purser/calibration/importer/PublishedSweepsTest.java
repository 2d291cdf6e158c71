package dev.purser.calibration.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.cli.CommandProvider;
import dev.purser.scenarios.profile.ProfileCodec;
import dev.purser.scenarios.profile.Profiles;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.Precision;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The shipped profile is what the import command makes of the published sweeps with the arguments in the documentation.
 * A part of the sweeps stands here; with {@code -Dpurser.shared=FOLDER} all of them are read from that folder.
 */
class PublishedSweepsTest {
    private static final Path ARGUMENTS = Path.of("..", "docs", "published-sweeps.args");

    /** Wide&Deep on one A30 with TensorRT in half precision: NVIDIA DeepLearningExamples, Apache-2.0. */
    private static final String PART = """
            model,model_params,gpu,backend,precision,batch,compute_infer_ms,avg_ms,p50_ms,p90_ms,p95_ms,p99_ms,source_file
            wide-and-deep,,NVIDIA A30,NVIDIA TensorRT,FP16,1,0.23,0.68,0.69,0.7,0.71,0.73,TensorFlow2/Recommendation/WideAndDeep/triton/README.md
            wide-and-deep,,NVIDIA A30,NVIDIA TensorRT,FP16,16384,2.43,3.37,3.41,3.53,3.58,3.61,TensorFlow2/Recommendation/WideAndDeep/triton/README.md
            wide-and-deep,,NVIDIA A30,NVIDIA TensorRT,FP16,32768,4.25,5.27,5.3,5.42,5.44,5.46,TensorFlow2/Recommendation/WideAndDeep/triton/README.md
            wide-and-deep,,NVIDIA A30,NVIDIA TensorRT,FP16,49152,8.07,9.43,9.47,9.69,9.73,9.77,TensorFlow2/Recommendation/WideAndDeep/triton/README.md
            wide-and-deep,,NVIDIA A30,NVIDIA TensorRT,FP16,65536,8.05,9.68,9.7,9.91,9.95,10.0,TensorFlow2/Recommendation/WideAndDeep/triton/README.md
            wide-and-deep,,NVIDIA A30,NVIDIA TensorRT,FP16,81920,16.38,18.07,18.07,18.39,18.51,18.82,TensorFlow2/Recommendation/WideAndDeep/triton/README.md
            wide-and-deep,,NVIDIA A30,NVIDIA TensorRT,FP16,98304,16.35,18.23,18.24,18.51,18.59,18.74,TensorFlow2/Recommendation/WideAndDeep/triton/README.md
            wide-and-deep,,NVIDIA A30,NVIDIA TensorRT,FP16,114688,16.32,18.51,18.52,18.81,18.86,19.08,TensorFlow2/Recommendation/WideAndDeep/triton/README.md
            wide-and-deep,,NVIDIA A30,NVIDIA TensorRT,FP16,131072,15.98,18.36,18.36,18.66,18.72,18.94,TensorFlow2/Recommendation/WideAndDeep/triton/README.md
            """;

    @TempDir
    Path folder;

    private StringWriter table = new StringWriter();

    @Test
    void theShippedProfileIsWhatTheImporterMakes() throws IOException {
        DeviceProfile shipped = Profiles.shipped().all().get(0);
        Path part = Files.writeString(folder.resolve("part.csv"), PART);
        DeviceProfile wanted = new DeviceProfile(
                shipped.name(),
                shipped.version(),
                shipped.date(),
                shipped.source(),
                List.of(shipped.find("wide-and-deep", "A30", Precision.FP16, Optional.of("tensorrt"))
                        .orElseThrow()));
        assertEquals(ProfileCodec.write(wanted), imported(part));
        assertDocumented();
        String all = System.getProperty("purser.shared");
        if (all != null) {
            Path sweeps = Path.of(all, "data", "hardware", "nvidia_triton_offline_sweeps.csv");
            assertEquals(shippedText(), imported(sweeps));
            assertDocumented();
        }
    }

    /** Every row of the table the command printed stands in the documentation. */
    private void assertDocumented() throws IOException {
        String documentation = Files.readString(Path.of("..", "docs", "profiles.md"));
        List<String> rows =
                table.toString().lines().filter(line -> line.startsWith("| ")).toList();
        assertTrue(rows.size() >= 2);
        rows.forEach(row -> assertTrue(documentation.contains(row + "\n"), row));
    }

    private String imported(Path sweeps) throws IOException {
        Path out = folder.resolve("out.json");
        CommandLine command = new CommandLine(ServiceLoader.load(CommandProvider.class).stream()
                .flatMap(provider -> provider.get().commands().stream())
                .findFirst()
                .orElseThrow());
        StringWriter err = new StringWriter();
        table = new StringWriter();
        command.setOut(new PrintWriter(table, true)).setErr(new PrintWriter(err, true));
        int code = command.execute("import", sweeps.toString(), "@" + ARGUMENTS, "--out", out.toString(), "--force");
        assertEquals(0, code, err.toString());
        return Files.readString(out);
    }

    private static String shippedText() throws IOException {
        try (var stream = Profiles.class.getResourceAsStream("published-sweeps.json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
