package dev.purser.scenarios.profile;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.ImportedSweep;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import java.util.Arrays;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes profiles with the keys of {@link ProfileFormat}. */
final class ProfileJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectWriter WRITER = JsonMapper.shared()
            .writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private ProfileJson() {}

    static String write(DeviceProfile profile) {
        return WRITER.writeValueAsString(of(profile)) + "\n";
    }

    private static ObjectNode of(DeviceProfile profile) {
        ObjectNode node = NODES.objectNode()
                .put("name", profile.name())
                .put("version", profile.version())
                .put("date", profile.date())
                .put("source", profile.source());
        profile.device().ifPresent(device -> node.set("device", MeasurementJson.of(device)));
        ArrayNode entries = node.putArray("entries");
        profile.entries().forEach(entry -> entries.add(of(entry)));
        return node;
    }

    private static ObjectNode of(ProfileEntry entry) {
        ObjectNode node = NODES.objectNode()
                .put("model", entry.model())
                .put("hardware", entry.hardware())
                .put("precision", entry.precision().name())
                .put("backend", entry.backend());
        node.set("law", of(entry.law()));
        node.put("modelBytes", entry.modelBytes()).put("origin", entry.origin().name());
        orNull(node, "fitError", entry.fitError());
        node.put("source", entry.source());
        entry.measurement().ifPresent(measurement -> node.set("measurement", MeasurementJson.of(measurement)));
        entry.sweep().ifPresent(sweep -> node.set("sweep", of(sweep)));
        entry.band()
                .ifPresent(band ->
                        node.putObject("band").put("factor", band.factor()).put("smallestBatch", band.smallestBatch()));
        return node;
    }

    private static ObjectNode of(ImportedSweep sweep) {
        ObjectNode node = NODES.objectNode();
        orNull(node, "worstError", sweep.worstError());
        orNull(node, "spreadError", sweep.spreadError());
        ArrayNode points = node.putArray("points");
        for (ImportedSweep.Point point : sweep.points()) {
            ObjectNode row = points.addObject().put("batch", point.batch()).put("meanNanos", point.meanNanos());
            row.set("percentileNanos", MeasurementJson.percentiles(point.percentileNanos()));
        }
        return node;
    }

    /** An unknown number, NaN, is {@code null}. */
    static void orNull(ObjectNode node, String key, double value) {
        if (Double.isNaN(value)) {
            node.putNull(key);
        } else {
            node.put(key, value);
        }
    }

    private static ObjectNode of(ServiceTimeLaw law) {
        ObjectNode node = NODES.objectNode();
        node.set("time", of(law.time()));
        node.set("spread", of(law.spread()));
        node.put("largestBatch", law.largestBatch());
        ArrayNode shared = node.putArray("sharedSpeed");
        law.sharedSpeed().forEach(shared::add);
        law.hostTime().ifPresent(host -> affine(node.putObject("hostTime"), host));
        law.pauses().ifPresent(pauses -> pauses(node.putObject("pauses"), pauses));
        return node;
    }

    private static void pauses(ObjectNode node, Pauses pauses) {
        node.put("wakeUpNanos", pauses.wakeUpNanos()).put("stallsPerSecond", pauses.stallsPerSecond());
        numbers(node.putArray("stallNanos"), pauses.stallNanos());
    }

    static ObjectNode of(BatchTime time) {
        ObjectNode node = NODES.objectNode();
        if (time instanceof BatchTime.Affine affine) {
            affine(node.putObject("affine"), affine);
        } else if (time instanceof BatchTime.Table table) {
            points(node.putObject("table"), table.sizes(), table.nanos());
        } else if (time instanceof BatchTime.PaddedSteps steps) {
            points(node.putObject("paddedSteps"), steps.sizes(), steps.nanos());
        }
        return node;
    }

    private static void affine(ObjectNode node, BatchTime.Affine time) {
        node.put("fixedNanos", time.fixedNanos()).put("perSampleNanos", time.perSampleNanos());
    }

    private static void points(ObjectNode node, int[] sizes, double[] nanos) {
        ArrayNode listed = node.putArray("sizes");
        Arrays.stream(sizes).forEach(listed::add);
        numbers(node.putArray("nanos"), nanos);
    }

    private static ObjectNode of(Spread spread) {
        ObjectNode node = NODES.objectNode();
        if (spread instanceof Spread.LogNormal logNormal) {
            node.putObject("lognormal").put("sigma", logNormal.sigma());
        } else if (spread instanceof Spread.Gamma gamma) {
            node.putObject("gamma").put("shape", gamma.shape());
        } else if (spread instanceof Spread.Empirical empirical) {
            numbers(node.putObject("empirical").putArray("factors"), empirical.factors());
        } else if (spread instanceof Spread.BySize bySize) {
            bySize(node.putObject("bySize"), bySize);
        } else {
            node.putObject(spread instanceof Spread.None ? "none" : "exponential");
        }
        return node;
    }

    private static void bySize(ObjectNode node, Spread.BySize spread) {
        ArrayNode sizes = node.putArray("sizes");
        spread.sizes().keySet().forEach(sizes::add);
        ArrayNode spreads = node.putArray("spreads");
        spread.sizes().values().forEach(each -> spreads.add(of(each)));
    }

    /** Whole numbers without a fraction, as people write them. */
    private static void numbers(ArrayNode node, double[] values) {
        for (double value : values) {
            if (value == Math.rint(value) && Math.abs(value) < 1e15) {
                node.add((long) value);
            } else {
                node.add(value);
            }
        }
    }
}
