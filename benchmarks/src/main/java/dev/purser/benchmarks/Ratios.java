package dev.purser.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns JMH's JSON into a table of ratios, a row per engine: how many times as fast Purser is. The time of a benchmark
 * is the median over iterations of {@link CpuTime} per operation.
 */
public final class Ratios {
    private static final Map<String, String> ENGINES = new LinkedHashMap<>();
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();
    private static final Map<String, Double> TARGETS = Map.of(
            "ssjAsShipped 1 purserService", 3.0,
            "ssjAsShipped 32 purserService", 4.0,
            "ssjTuned 1 purserService", 1.3,
            "ssjTuned 32 purserService", 1.6,
            "ssjTuned 1000 purserEvents", 2.5,
            "ssjTuned 100000 purserEvents", 10.0,
            "ssjTuned 1000000 purserEvents", 15.0);

    static {
        ENGINES.put("ssjAsShipped", "SSJ as shipped (splay tree, MRG32k3a)");
        ENGINES.put("ssjTuned", "SSJ tuned (Henriksen's list, our generator)");
        ENGINES.put("dsol", "DSOL (its event list, our generator)");
        ENGINES.put("bareLoop", "a loop around a binary heap");
        ENGINES.put("limit", "no events: Lindley, Kiefer-Wolfowitz");
        COLUMNS.put("1 purserService", "M/M/1, service");
        COLUMNS.put("1 purserEvents", "M/M/1, events");
        COLUMNS.put("32 purserService", "M/M/32, service");
        COLUMNS.put("32 purserEvents", "M/M/32, events");
        COLUMNS.put("1000 purserEvents", "hold, 1k");
        COLUMNS.put("100000 purserEvents", "hold, 100k");
        COLUMNS.put("1000000 purserEvents", "hold, 1M");
    }

    private Ratios() {}

    /** Prints the table of the JMH result in the file named first. */
    public static void main(String[] arguments) throws IOException {
        System.out.print(table(Files.readString(Path.of(arguments[0]))));
    }

    static String table(String json) {
        Map<String, Double> nanos = new TreeMap<>();
        JsonMapper.shared()
                .readTree(json)
                .forEach(result -> nanos.put(size(result) + " " + method(result), medianNanos(result)));
        String header = "| Purser's speed, as a multiple of | " + String.join(" | ", COLUMNS.values()) + " |\n";
        String rule = "|---|" + "---:|".repeat(COLUMNS.size()) + "\n";
        return header + rule + ENGINES.keySet().stream().map(e -> row(e, nanos)).collect(Collectors.joining());
    }

    private static String row(String engine, Map<String, Double> nanos) {
        return COLUMNS.keySet().stream()
                .map(column -> cell(engine, column, nanos))
                .collect(Collectors.joining(" | ", "| " + ENGINES.get(engine) + " | ", " |\n"));
    }

    private static String cell(String engine, String column, Map<String, Double> nanos) {
        String size = column.substring(0, column.indexOf(' '));
        Double ours = nanos.get(column);
        Double others = nanos.get(size + " " + engine);
        if (ours == null || others == null) {
            return "–";
        }
        double ratio = others / ours;
        String text = String.format(Locale.ROOT, "%.2f", ratio);
        Double target = TARGETS.get(engine + " " + column);
        return target == null ? text : text + (ratio >= target ? ", reached " : ", **missed** ") + target;
    }

    private static String size(JsonNode result) {
        return result.get("params").iterator().next().asString();
    }

    private static String method(JsonNode result) {
        String name = result.get("benchmark").asString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static double medianNanos(JsonNode result) {
        List<Double> times = values(result, "cpuNanos");
        List<Double> operations = values(result, "operations");
        double[] each = new double[times.size()];
        Arrays.setAll(each, i -> times.get(i) / operations.get(i));
        Arrays.sort(each);
        return DoubleStream.of(each[(each.length - 1) / 2], each[each.length / 2])
                .average()
                .orElseThrow();
    }

    /** Raw values of a counter, over all forks and iterations. */
    private static List<Double> values(JsonNode result, String counter) {
        JsonNode forks = result.get("secondaryMetrics").get(counter).get("rawData");
        return StreamSupport.stream(forks.spliterator(), false)
                .flatMap(fork -> StreamSupport.stream(fork.spliterator(), false))
                .map(JsonNode::asDouble)
                .toList();
    }
}
