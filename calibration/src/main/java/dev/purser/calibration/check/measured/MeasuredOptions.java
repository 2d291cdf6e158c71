package dev.purser.calibration.check.measured;

import dev.purser.calibration.sweep.Renames;
import dev.purser.calibration.sweep.TimeUnit;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.profile.Profiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a measured table is to be read. */
public final class MeasuredOptions {
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

    /** Reads rows with laws from {@code profiles}; what is wrong with the options is a problem. */
    LoadReader reader(@Nullable String model, Profiles profiles, Findings findings) {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "model", model);
        put(given, "hardware", hardware);
        put(given, "precision", precision);
        put(given, "backend", backend);
        return new LoadReader(
                LoadColumns.of(map, given, Place.ofFile("--map"), findings),
                Renames.of(renames, Place.ofFile("--rename"), findings),
                unit,
                profiles);
    }

    private static void put(Map<String, String> given, String meaning, @Nullable String name) {
        if (name != null) {
            given.put(meaning, name);
        }
    }
}
