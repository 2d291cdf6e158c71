package dev.purser.calibration.check;

import dev.purser.calibration.check.measured.CheckCsv;
import dev.purser.calibration.check.measured.CheckText;
import dev.purser.calibration.check.measured.CheckedPoint;
import dev.purser.calibration.check.measured.ErrorFigure;
import dev.purser.calibration.check.measured.LoadColumns;
import dev.purser.calibration.check.measured.LoadPoint;
import dev.purser.calibration.check.measured.LoadReader;
import dev.purser.calibration.check.measured.MeasuredCheck;
import dev.purser.calibration.sweep.Renames;
import dev.purser.calibration.sweep.TimeUnit;
import dev.purser.reports.html.Svg;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.cli.CommonOptions;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.Problem;
import dev.purser.scenarios.format.tree.TextFile;
import dev.purser.scenarios.output.OutputFile;
import dev.purser.scenarios.profile.Profiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code purser check}: what the simulator says from a profile alone, beside what was measured. */
@Command(
        name = "check",
        description = {
            "Runs the loads of a measured table in the simulator, from a profile alone, and prints how far throughput "
                    + "and latencies lie apart: each row, then the mean absolute errors.",
            "Writes all rows as FILE-check.csv into the current folder, or as the file that --out names, and a chart "
                    + "of the errors beside it (.svg)."
        },
        footer = {
            "  ./purser check --measured docs/check-example.csv",
            "  ./purser check --measured load.csv --profile our-sweeps.json --model ranker --hardware T4 \\",
            "      --precision FP16 --backend onnx \\",
            "      --map clients=concurrency,samples='64',instances='2',throughput=rows_per_s,p50=median,p99=p99"
        })
public final class CheckCommand implements Callable<Integer> {
    private static final long MOST_BYTES = 100L << 20;
    private static final long SEED = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--measured",
            required = true,
            paramLabel = "FILE",
            description = "CSV table with a header; one row per load point.")
    private Path measured;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "Profile with the laws, asked before the shipped one; as often as needed.")
    private List<Path> profileFiles = List.of();

    @Option(names = "--model", paramLabel = "NAME", description = "Model of all rows, in place of a column.")
    private @Nullable String model;

    @Option(names = "--hardware", paramLabel = "NAME", description = "Hardware of all rows.")
    private @Nullable String hardware;

    @Option(names = "--precision", paramLabel = "NAME", description = "Precision of all rows.")
    private @Nullable String precision;

    @Option(names = "--backend", paramLabel = "NAME", description = "Backend of all rows.")
    private @Nullable String backend;

    @Option(
            names = "--map",
            split = ",",
            paramLabel = "MEANING=COLUMN",
            description = "Columns: model, hardware, precision, backend, clients or rate, think, samples, instances, "
                    + "largest-batch, preferred, wait, throughput or requests, mean, p50, p90, p95, p99. a+b joins two "
                    + "columns; a value in single quotes is the same for all rows. Without it columns mean what they "
                    + "are called.")
    private List<String> map = List.of();

    @Option(
            names = "--rename",
            paramLabel = "MEANING:THEIRS=OURS",
            description = "Short name for a long one, such as hardware:NVIDIA Tesla T4=T4; as often as needed.")
    private List<String> renames = List.of();

    @Option(
            names = "--unit",
            defaultValue = "ms",
            paramLabel = "UNIT",
            description = "Unit of the times: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private TimeUnit unit;

    @Override
    public Integer call() throws IOException {
        Path out = common.out().orElseGet(() -> Path.of(stem(measured) + "-check.csv"));
        OutputFile table = OutputFile.open(out, common.force());
        OutputFile chart = OutputFile.open(out.resolveSibling(stem(out) + ".svg"), common.force());
        Findings findings = new Findings();
        LoadReader reader = reader(findings);
        refuse(findings);
        List<CheckedPoint> checked = check(reader, points(reader));
        table.write(CheckCsv.of(checked));
        chart.write(Svg.of(ErrorFigure.of(checked)));
        return 0;
    }

    private List<CheckedPoint> check(LoadReader reader, List<LoadPoint> points) {
        PrintWriter printer = spec.commandLine().getOut();
        CheckText text = new CheckText(points);
        MeasuredCheck check = new MeasuredCheck(reader, common.seed().orElse(SEED));
        List<CheckedPoint> checked = new ArrayList<>();
        for (LoadPoint point : points) {
            checked.add(check.of(point));
            if (!common.quiet()) {
                printer.print(text.row(checked.get(checked.size() - 1)));
                printer.flush();
            }
        }
        if (!common.quiet()) {
            printer.print(text.means(checked));
            printer.flush();
        }
        return checked;
    }

    private LoadReader reader(Findings findings) {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "model", model);
        put(given, "hardware", hardware);
        put(given, "precision", precision);
        put(given, "backend", backend);
        return new LoadReader(
                LoadColumns.of(map, given, Place.ofFile("--map"), findings),
                Renames.of(renames, Place.ofFile("--rename"), findings),
                unit,
                profiles(findings));
    }

    private static void put(Map<String, String> given, String meaning, @Nullable String name) {
        if (name != null) {
            given.put(meaning, name);
        }
    }

    private Profiles profiles(Findings findings) {
        Profiles profiles = Profiles.shipped();
        for (int i = profileFiles.size() - 1; i >= 0; i--) {
            Place place = Place.ofFile(profileFiles.get(i).toString());
            Profiles others = profiles;
            profiles = TextFile.read(profileFiles.get(i), place, MOST_BYTES, findings)
                    .map(text -> others.with(place, text, findings))
                    .orElse(others);
        }
        return profiles;
    }

    private List<LoadPoint> points(LoadReader reader) {
        Findings findings = new Findings();
        Place place = Place.ofFile(measured.toString());
        List<LoadPoint> points = TextFile.read(measured, place, MOST_BYTES, findings)
                .map(text -> reader.read(place, text, findings))
                .orElse(List.of());
        refuse(findings);
        return points;
    }

    /** The name of {@code file} without its last ending. */
    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static void refuse(Findings findings) {
        if (!findings.clean()) {
            throw new InputException(
                    findings.problems().stream().map(Problem::toString).toList());
        }
    }
}
