package dev.purser.calibration.roofline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.profile.ProfileCodec;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.EstimateBand;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.ProfileEntry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EstimateCommandTest {
    private static final Path DOCUMENTATION = Path.of("..", "docs", "profiles.md");

    private final StringWriter out = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void writesAProfileThatCanBeRead() throws IOException {
        Path file = folder.resolve("l4.json");
        assertEquals(0, command().execute("published-sweeps", "--hardware", "L4", "--out", file.toString()));
        Findings findings = new Findings();
        DeviceProfile profile = ProfileCodec.read(Place.ofFile("l4.json"), Files.readString(file), findings)
                .orElseThrow(() -> new AssertionError(findings.problems()));
        assertEquals(14, profile.entries().size(), "every workload of the published sweeps");
        assertTrue(profile.entries().stream().allMatch(entry -> entry.origin() == Origin.ESTIMATED));
        assertTrue(profile.entries().stream().allMatch(entry -> entry.hardware().equals("L4")));
        for (ProfileEntry entry : profile.entries()) {
            EstimateBand band = entry.band().orElseThrow();
            assertTrue(band.factor() >= 2, entry.label());
            assertEquals(entry.model().equals("wide-and-deep") ? 1 : 256, band.smallestBatch(), entry.label());
            assertTrue(entry.source().contains(String.format(Locale.ROOT, "a factor of %.1f ", band.factor())));
        }
        assertTrue(out.toString().contains("profile with 14 estimates"), out.toString());
    }

    /** Estimates are no ground for further ones. */
    @Test
    void estimatesAreNotCarriedOn() {
        Path file = folder.resolve("l4.json");
        assertEquals(0, command().execute("published-sweeps", "--hardware", "L4", "--out", file.toString()));
        assertTrue(refusal(file.toString(), "--hardware", "T4").contains("got no law of a card of the catalogue"));
    }

    @Test
    void carriesADeviceOverToACard() throws IOException {
        Path device = folder.resolve("device.json");
        Files.writeString(
                device, ProfileCodec.write(FromDeviceTest.profile(FromDeviceTest.entry(4_540, 4_820, 26_100))));
        assertEquals(0, command().execute(device.toString()));
        assertTrue(out.toString().contains("| m | 25.0 % | 0.500 | 0.0 % |"), out.toString());
        Path file = folder.resolve("t4.json");
        assertEquals(0, command().execute(device.toString(), "--hardware", "T4", "--out", file.toString()));
        assertTrue(out.toString().contains("profile with 1 estimate: "), out.toString());
        assertTrue(Files.readString(file).contains("\"ESTIMATED\""));
    }

    @Test
    void aDeviceOfUnknownCeilingsIsRefused() {
        String refusal = refusal("two-cores", "--hardware", "T4");
        assertTrue(refusal.contains("purser calibrate --quick measures such"), refusal);
    }

    @Test
    void documentationHoldsTheErrorsOfCardsLeftOut() throws IOException {
        assertEquals(0, command().execute("published-sweeps"));
        assertTrue(Files.readString(DOCUMENTATION).contains(out.toString().strip()), out.toString());
    }

    @Test
    void wrongInputIsRefused() {
        assertTrue(
                refusal("published-sweeps", "--hardware", "T5").startsWith("--hardware: got T5, must be one of T4, "));
        assertTrue(refusal(folder.resolve("none.json").toString()).contains("none.json"));
    }

    private String refusal(String... arguments) {
        List<Exception> thrown = new ArrayList<>();
        CommandLine command = command().setExecutionExceptionHandler((problem, failed, parsed) -> {
            thrown.add(problem);
            return 2;
        });
        assertEquals(2, command.execute(arguments));
        return assertInstanceOf(InputException.class, thrown.get(0)).getMessage();
    }

    private CommandLine command() {
        return new CommandLine(new EstimateCommand()).setOut(new PrintWriter(out, true));
    }
}
