package dev.purser.scenarios.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProfilesTest {
    private static final Place PLACE = new Place("shop.yaml", 7, 5, "services.ranking", "");

    @Test
    void shipsTheFiveModelsOnTheFourCards() {
        List<ProfileEntry> entries = profile("published-sweeps").entries();
        assertEquals(44, entries.size());
        assertEquals(
                Set.of("dlrm-4b", "dlrm-22b", "dcnv2-4b", "dcnv2-22b", "wide-and-deep"),
                entries.stream().map(ProfileEntry::model).collect(Collectors.toSet()));
        assertEquals(
                Set.of("A100-80GB", "A30", "T4", "V100-32GB"),
                entries.stream().map(ProfileEntry::hardware).collect(Collectors.toSet()));
        assertTrue(entries.stream().allMatch(entry -> entry.origin() == Origin.IMPORTED));
        assertTrue(entries.stream().allMatch(entry -> entry.source().contains("NVIDIA DeepLearningExamples")));
        assertTrue(entries.stream().allMatch(entry -> entry.fitError() < 0.2), "fit errors");
    }

    /** Measured here means: with a device, every call counted, intervals, and laws as likely as the one. */
    @Test
    void shipsOneMeasuredProfileThatSaysOnWhat() {
        DeviceProfile measured = profile("two-cores");
        assertTrue(measured.source().contains("not measured on one"), measured.source());
        assertTrue(measured.source().contains(measured.date()), measured.source());
        assertEquals(2, measured.device().orElseThrow().cores());
        assertTrue(measured.entries().size() >= 10, () -> measured.entries().size() + " entries");
        for (ProfileEntry entry : measured.entries()) {
            assertEquals(Origin.MEASURED, entry.origin(), entry.label());
            assertEquals("m8a.large", entry.hardware());
            assertEquals(measured.source(), entry.source());
            Measurement measurement = entry.measurement().orElseThrow();
            assertEquals(20, measurement.redraws().size(), entry.label());
            for (Measurement.Calls calls : measurement.calls()) {
                assertTrue(calls.lowNanos() <= calls.meanNanos() && calls.meanNanos() <= calls.highNanos());
            }
        }
    }

    /** docs/profiles.md shows what the laws of the measured profile are worth. */
    @Test
    void theErrorsOfTheMeasuredLawsAreDocumented() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "profiles.md"));
        for (ProfileEntry entry : profile("two-cores").entries()) {
            Measurement measurement = entry.measurement().orElseThrow();
            double tail = measurement.spread().tailError();
            String row = String.format(
                    Locale.ROOT,
                    "| `%s` | %s | %.1f %% | %.1f %% | %s | %s |\n",
                    entry.model(),
                    kind(entry.law().time()),
                    100 * entry.fitError(),
                    100 * measurement.worstError(),
                    entry.law().spread().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    tail == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * tail));
            assertTrue(page.contains(row), row);
        }
    }

    /** Two lines are a table of three sizes. */
    private static String kind(BatchTime time) {
        if (time instanceof BatchTime.Table table) {
            return table.sizes().length == 3 ? "two lines" : "table";
        }
        return "affine";
    }

    private static DeviceProfile profile(String name) {
        return Profiles.shipped().all().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void wideAndDeepIsInStepsOnTensorRtAndSmoothOnTensorFlow() {
        for (String hardware : List.of("A100-80GB", "A30", "T4", "V100-32GB")) {
            ProfileEntry steps = shipped("wide-and-deep", hardware, Precision.FP16, "tensorrt");
            assertTrue(steps.law().time() instanceof BatchTime.PaddedSteps, steps.label());
            ProfileEntry smooth = shipped("wide-and-deep", hardware, Precision.FP32, "tensorflow");
            assertTrue(!(smooth.law().time() instanceof BatchTime.PaddedSteps), smooth.label());
        }
    }

    @Test
    void laysMeasuredStepsFlat() {
        BatchTime steps = shipped("wide-and-deep", "A30", Precision.FP16, "tensorrt")
                .law()
                .time();
        assertEquals(steps.meanNanos(131_072), steps.meanNanos(81_920));
        assertEquals(18.3e6, steps.meanNanos(98_304), 0.1e6);
        assertEquals(5.27e6, steps.meanNanos(32_768), 1);
    }

    @Test
    void asksTheUsersProfilesFirst() {
        ProfileEntry own = entry("dlrm-4b", "T4");
        DeviceProfile mine = new DeviceProfile("mine", 1, "2026-03-02", "me", List.of(own));
        Findings findings = new Findings();
        Profiles profiles = Profiles.shipped().with(Place.ofFile("mine.json"), ProfileCodec.write(mine), findings);
        assertTrue(findings.clean(), () -> findings.problems().toString());
        ProfileEntry found =
                profiles.find("dlrm-4b", "T4", Precision.FP16, Optional.empty()).orElseThrow();
        assertEquals(own, found);
        assertEquals("mine", profiles.profileOf(found).name());
        assertEquals(
                "published-sweeps",
                profiles.profileOf(profiles.find("dlrm-4b", "A30", Precision.FP16, Optional.empty())
                                .orElseThrow())
                        .name());
    }

    @Test
    void takesTheFirstBackendWhereNoneIsNamed() {
        Profiles profiles = Profiles.of(
                List.of(new DeviceProfile("two", 1, "2026-03-02", "me", List.of(entry("a", "T4"), entry("a", "T4")))));
        assertSame(
                profiles.all().get(0).entries().get(0),
                profiles.find("a", "T4", Precision.FP16, Optional.empty()).orElseThrow());
        assertTrue(
                profiles.find("a", "T4", Precision.FP16, Optional.of("other")).isEmpty());
    }

    @Test
    void namesTheNearestPairsFirst() {
        Findings findings = new Findings();
        assertTrue(Profiles.shipped()
                .entry("dlrm-4b", "L4", Precision.FP16, Optional.empty(), PLACE, findings)
                .isEmpty());
        String message = findings.problems().get(0).toString();
        assertTrue(
                message.startsWith("shop.yaml:7:5 services.ranking: got dlrm-4b on L4 at FP16, must be a pair that was"
                        + " measured: dlrm-4b on A100-80GB at FP16 (tensorflow-tensorrt), dlrm-4b on A30 at FP16"),
                message);
        assertTrue(
                message.contains(" and "
                        + (Profiles.shipped().all().stream()
                                        .mapToInt(profile -> profile.entries().size())
                                        .sum()
                                - 8) + " more"),
                message);
    }

    @Test
    void namesTheModelsIfThereIsNoSuchModel() {
        Findings findings = new Findings();
        Profiles.shipped().entry("dlmr-4b", "T4", Precision.FP16, Optional.of("tensorrt"), PLACE, findings);
        String message = findings.problems().get(0).message();
        assertTrue(message.contains("dcnv2-22b, dcnv2-4b, dlrm-22b, dlrm-4b, "), message);
        assertTrue(message.contains("; did you mean `dlrm-4b`?)"), message);
    }

    private static ProfileEntry shipped(String model, String hardware, Precision precision, String backend) {
        return Profiles.shipped()
                .find(model, hardware, precision, Optional.of(backend))
                .orElseThrow();
    }

    private static ProfileEntry entry(String model, String hardware) {
        return new ProfileEntry(
                model,
                hardware,
                Precision.FP16,
                "tensorrt",
                new ServiceTimeLaw(new BatchTime.Affine(1000, 10), new Spread.None(), 64),
                0,
                Origin.MEASURED,
                Double.NaN,
                "a test");
    }
}
