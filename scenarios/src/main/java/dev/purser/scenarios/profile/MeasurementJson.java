package dev.purser.scenarios.profile;

import dev.purser.simulator.hardware.Device;
import dev.purser.simulator.hardware.Measurement;
import java.util.SortedMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes devices and measurements with the keys of {@link DeviceFormat} and {@link MeasurementFormats}. */
final class MeasurementJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private MeasurementJson() {}

    static ObjectNode of(Device device) {
        ObjectNode node =
                NODES.objectNode().put("processor", device.processor()).put("cores", device.cores());
        ObjectNode caches = node.putObject("cacheBytes");
        device.cacheBytes().forEach(caches::put);
        node.put("memoryBytes", device.memoryBytes())
                .put("operatingSystem", device.operatingSystem())
                .put("javaMachine", device.javaMachine())
                .put("nd4j", device.nd4j())
                .put("blas", device.blas());
        device.ceilings()
                .ifPresent(ceilings -> node.putObject("ceilings")
                        .put("flopsPerSecond", ceilings.flopsPerSecond())
                        .put("bytesPerSecond", ceilings.bytesPerSecond()));
        return node;
    }

    static ObjectNode of(Measurement measurement) {
        ObjectNode node = NODES.objectNode();
        node.set("size", of(measurement.size()));
        node.put("smallestBatch", measurement.smallestBatch());
        ProfileJson.orNull(node, "worstError", measurement.worstError());
        node.set("spreadFit", of(measurement.spread()));
        ArrayNode calls = node.putArray("calls");
        measurement.calls().forEach(each -> calls.add(of(each)));
        ArrayNode training = node.putArray("training");
        measurement.training().forEach(each -> training.add(of(each)));
        measurement.coldStart().ifPresent(start -> node.set("coldStart", of(start)));
        ObjectNode quality = node.putObject("quality");
        measurement.quality().forEach(quality::put);
        ArrayNode redraws = node.putArray("redraws");
        measurement.redraws().forEach(time -> redraws.add(ProfileJson.of(time)));
        return node;
    }

    private static ObjectNode of(Measurement.ModelSize size) {
        return NODES.objectNode()
                .put("parameters", size.parameters())
                .put("flopsPerSample", size.flopsPerSample())
                .put("bytesPerSample", size.bytesPerSample())
                .put("bytesPerBatch", size.bytesPerBatch());
    }

    private static ObjectNode of(Measurement.SpreadFit fit) {
        return NODES.objectNode()
                .put("distance", fit.distance())
                .put("ownDistance", fit.ownDistance())
                .put("sharedDistance", fit.sharedDistance())
                .put("tailError", fit.tailError());
    }

    private static ObjectNode of(Measurement.Calls calls) {
        ObjectNode node = NODES.objectNode()
                .put("batch", calls.batch())
                .put("threads", calls.threads())
                .put("count", calls.count())
                .put("meanNanos", calls.meanNanos())
                .put("lowNanos", calls.lowNanos())
                .put("highNanos", calls.highNanos());
        node.set("percentileNanos", percentiles(calls.percentileNanos()));
        return node;
    }

    static ObjectNode percentiles(SortedMap<Double, Double> nanos) {
        ObjectNode node = NODES.objectNode();
        nanos.forEach((probability, each) -> node.put(Percentiles.name(probability), each));
        return node;
    }

    private static ObjectNode of(Measurement.TrainingSpeed speed) {
        return NODES.objectNode()
                .put("batch", speed.batch())
                .put("threads", speed.threads())
                .put("samplesPerSecond", speed.samplesPerSecond());
    }

    private static ObjectNode of(Measurement.ColdStart start) {
        return NODES.objectNode()
                .put("processNanos", start.processNanos())
                .put("loadNanos", start.loadNanos())
                .put("firstAnswerNanos", start.firstAnswerNanos());
    }
}
