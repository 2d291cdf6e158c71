package dev.purser.calibration.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.scenarios.InputException;
import dev.purser.scenarios.profile.ProfileCodec;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.Measurement;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFilesTest {
    @TempDir
    private Path folder;

    /** Whatever stands first, in the file or among the files. */
    @Test
    void aLiveCheckTakesTheLawOfTheFormatItComputesIn() throws IOException {
        Path both = profile("both", Precision.FP64, Precision.FP32);
        Path doubles = profile("doubles", Precision.FP64);
        for (List<Path> files : List.of(List.of(both), List.of(doubles, both))) {
            ProfileFiles.Measured law = ProfileFiles.measured(files, "mlp");
            assertEquals(Precision.FP32, law.entry().precision());
            assertEquals("both", law.profile().name());
        }
    }

    @Test
    void aLawInAnotherFormatIsNone() throws IOException {
        List<Path> files = List.of(profile("others", Precision.FP64, Precision.BF16));
        assertEquals(
                "--model: got mlp at FP64, BF16 alone in " + files + ", must be measured at FP32, which the server "
                        + "computes in; calibrate with --models mlp --precisions FP32",
                assertThrows(InputException.class, () -> ProfileFiles.measured(files, "mlp"))
                        .getMessage());
        assertEquals(
                "--model: got als, must be a model measured by ./purser calibrate in " + files,
                assertThrows(InputException.class, () -> ProfileFiles.measured(files, "als"))
                        .getMessage());
    }

    private Path profile(String name, Precision... precisions) throws IOException {
        List<ProfileEntry> entries =
                Stream.of(precisions).map(ProfileFilesTest::entry).toList();
        DeviceProfile profile =
                new DeviceProfile(name, ProfileCodec.VERSION, "2026-03-02", "a test", Optional.empty(), entries);
        return Files.writeString(folder.resolve(name + ".json"), ProfileCodec.write(profile));
    }

    private static ProfileEntry entry(Precision precision) {
        BatchTime time = new BatchTime.Affine(1000, 10);
        Measurement measurement = new Measurement(
                new Measurement.ModelSize(0, 0, 0, 0),
                1,
                Double.NaN,
                new Measurement.SpreadFit(0, 0, 0, 0),
                List.of(new Measurement.Calls(1, 1, 10, 1e7, 1e7, 1e7, new TreeMap<>(Map.of(0.5, 1e7)))),
                List.of(),
                Optional.empty(),
                new TreeMap<>(),
                List.of(time));
        return new ProfileEntry(
                        "mlp",
                        "this-device",
                        precision,
                        "nd4j",
                        new ServiceTimeLaw(time, new Spread.None(), 8),
                        0,
                        Origin.MEASURED,
                        0,
                        "a test")
                .with(measurement);
    }
}
