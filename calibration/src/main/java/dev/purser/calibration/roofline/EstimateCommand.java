package dev.purser.calibration.roofline;

import dev.purser.scenarios.InputException;
import dev.purser.scenarios.cli.CommonOptions;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.Problem;
import dev.purser.scenarios.format.tree.TextFile;
import dev.purser.scenarios.output.OutputFile;
import dev.purser.scenarios.profile.ProfileCodec;
import dev.purser.scenarios.profile.Profiles;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.units.Plural;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code purser calibrate estimate}: laws for a card that nobody measured, or what such estimates are worth. */
@Command(
        name = "estimate",
        description =
                "Carries the laws of a profile over to another card by the roofline model, and writes them as a profile "
                        + "of estimates: CARD.json in the current folder, or the file that --out names. Known are laws of cards "
                        + "of the catalogue, and those that calibrate has measured on this device. Without --hardware it "
                        + "prints how far each known card is predicted from the others, and what share of the device's ceiling "
                        + "each model reaches.",
        footer = {
            "  ./purser calibrate estimate published-sweeps --hardware L4 --out l4.json",
            "  ./purser calibrate estimate published-sweeps",
            "  ./purser calibrate estimate device.json --hardware T4"
        })
public final class EstimateCommand implements Callable<Integer> {
    private static final long MOST_BYTES = 100L << 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "PROFILE", description = "File of the profile, or the name of a shipped one.")
    private String profile;

    @Option(names = "--hardware", paramLabel = "CARD", description = "Card of the catalogue, such as L4.")
    private @Nullable String hardware;

    @Override
    public Integer call() throws IOException {
        DeviceProfile measured = measured();
        Workloads workloads = Workloads.of(measured);
        List<OnDevice> onDevice = OnDevice.of(measured);
        if (workloads.laws().isEmpty() && onDevice.isEmpty()) {
            throw new InputException(
                    profile
                            + ": got no law of a card of the catalogue, and none at FP32 with three batch sizes or more of a "
                            + "device whose ceilings were measured, must hold at least one; purser calibrate --quick measures such");
        }
        if (hardware == null) {
            say(known(workloads, onDevice));
        } else {
            estimate(measured, Estimates.of(workloads, onDevice, Workloads.card(hardware, "--hardware")), hardware);
        }
        return 0;
    }

    private static String known(Workloads workloads, List<OnDevice> onDevice) {
        List<String> tables = new ArrayList<>();
        if (!workloads.laws().isEmpty()) {
            tables.add(EstimateTables.ofErrors(workloads.leftOut()));
        }
        if (!onDevice.isEmpty()) {
            tables.add(DeviceTables.of(onDevice));
        }
        return String.join("\n", tables);
    }

    private void estimate(DeviceProfile measured, Estimates estimates, String card) throws IOException {
        if (estimates.isEmpty() && !estimates.apart().isEmpty()) {
            throw new InputException(estimates.apart());
        }
        if (estimates.isEmpty()) {
            throw new InputException("--hardware: got " + card + ", must be a card with a peak at a precision of "
                    + profile + " and other than the only card there");
        }
        Path out = common.out().orElse(Path.of(card + ".json"));
        OutputFile output = OutputFile.open(out, common.force());
        List<ProfileEntry> entries = estimates.entries();
        output.write(ProfileCodec.write(new DeviceProfile(
                "estimates-" + card,
                ProfileCodec.VERSION,
                measured.date(),
                "purser calibrate estimate, from " + measured.name() + ": " + measured.source(),
                entries)));
        say(estimates.text() + "profile with " + Plural.of(entries.size(), "estimate") + ": " + out);
    }

    private DeviceProfile measured() {
        return Profiles.shipped().all().stream()
                .filter(shipped -> shipped.name().equals(profile))
                .findFirst()
                .orElseGet(this::ofFile);
    }

    private DeviceProfile ofFile() {
        Findings findings = new Findings();
        Place place = Place.ofFile(profile);
        return TextFile.read(Path.of(profile), place, MOST_BYTES, findings)
                .flatMap(text -> ProfileCodec.read(place, text, findings))
                .orElseThrow(() -> new InputException(
                        findings.problems().stream().map(Problem::toString).toList()));
    }

    private void say(String text) {
        if (!common.quiet()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(text.stripTrailing());
            out.flush();
        }
    }
}
