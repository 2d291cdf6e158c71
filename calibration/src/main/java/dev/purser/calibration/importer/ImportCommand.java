package dev.purser.calibration.importer;

import dev.purser.calibration.sweep.ColumnMap;
import dev.purser.calibration.sweep.Renames;
import dev.purser.calibration.sweep.Sweep;
import dev.purser.calibration.sweep.SweepReader;
import dev.purser.calibration.sweep.TimeUnit;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.cli.CommonOptions;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.TextFile;
import dev.purser.scenarios.output.OutputFile;
import dev.purser.scenarios.profile.ProfileCodec;
import dev.purser.simulator.units.Plural;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code purser calibrate import}: a measured table becomes a profile that scenarios can use. */
@Command(
        name = "import",
        description =
                "Fits laws to a table of measured batch times and writes them as a profile: NAME.json in the current "
                        + "folder, or the file that --out names. Prints what each fit is worth.",
        footer = {
            "  ./purser calibrate import measured.csv --name our-sweeps --date 2026-03-02 --unit ms \\",
            "      --source 'Load test of the ranking team' --out our-sweeps.json \\",
            "      --map model=model,hardware=gpu,precision=precision,backend=server,batch=batch,time=avg,p50=p50,p99=p99"
        })
public final class ImportCommand implements Callable<Integer> {
    private static final long MOST_BYTES = 100L << 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "FILE", description = "CSV table with a header; one row per batch size.")
    private Path file;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Name of the profile.")
    private String name;

    @Option(
            names = "--date",
            required = true,
            paramLabel = "DATE",
            description = "Day of the measurement or the import, as 2026-03-02.")
    private String date;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "TEXT",
            description = "Who measured what, in one sentence.")
    private String source;

    @Option(
            names = "--map",
            required = true,
            split = ",",
            paramLabel = "MEANING=COLUMN",
            description =
                    "Columns: model, hardware, precision, backend, batch, time or throughput, compute, p50, p99, ..., "
                            + "source. "
                            + "a+b joins two columns; text in single quotes is the same for all rows: \"backend='onnx'\".")
    private List<String> map;

    @Option(
            names = "--rename",
            paramLabel = "MEANING:THEIRS=OURS",
            description = "Short name for a long one, such as hardware:NVIDIA Tesla T4=T4; as often as needed.")
    private List<String> renames = List.of();

    @Option(
            names = "--unit",
            defaultValue = "ms",
            paramLabel = "UNIT",
            description = "Unit of the times: ${COMPLETION-CANDIDATES}.")
    private TimeUnit unit;

    @Override
    public Integer call() throws IOException {
        Path out = common.out().orElse(Path.of(name + ".json"));
        OutputFile output = OutputFile.open(out, common.force());
        Importer importer = new Importer(name, date, source);
        List<FittedSweep> fitted = importer.fit(sweeps());
        output.write(text(importer, fitted));
        if (!common.quiet()) {
            PrintWriter printer = spec.commandLine().getOut();
            printer.print(FitTable.of(fitted));
            printer.println("profile with " + Plural.of(fitted.size(), "law") + ": " + out);
            printer.flush();
        }
        return 0;
    }

    private List<Sweep> sweeps() {
        Findings findings = new Findings();
        SweepReader reader = new SweepReader(
                ColumnMap.of(map, Place.ofFile("--map"), findings),
                Renames.of(renames, Place.ofFile("--rename"), findings),
                unit);
        findings.refuse();
        Place place = Place.ofFile(file.toString());
        List<Sweep> sweeps = TextFile.read(file, place, MOST_BYTES, findings)
                .map(text -> reader.read(place, text, findings))
                .orElse(List.of());
        findings.refuse();
        return sweeps;
    }

    /** The profile as text, after reading it back: a name or a source can be such that no scenario could use it. */
    private static String text(Importer importer, List<FittedSweep> fitted) {
        Findings findings = new Findings();
        try {
            String text = ProfileCodec.write(importer.profile(fitted));
            ProfileCodec.read(Place.ofFile("profile"), text, findings);
            findings.refuse();
            return text;
        } catch (IllegalArgumentException refused) {
            throw new InputException(refused.getMessage());
        }
    }
}
