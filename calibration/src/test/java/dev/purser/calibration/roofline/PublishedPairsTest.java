package dev.purser.calibration.roofline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What carrying a processor over to a card is worth, by results of MLPerf Inference for the same model: the table of the
 * documentation. Processors and cards, with what their data sheets say, stand beside this test; the results are read from
 * {@code -Dpurser.shared=FOLDER}.
 */
@EnabledIfSystemProperty(named = "purser.shared", matches = ".+")
class PublishedPairsTest {
    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final double GIGA = 1e9;
    private static final double TERA = 1e12;
    private static final double FACTOR = 4;

    /** Models by what a row of the table holds. */
    private static final Map<String, List<String>> ROWS = rows();

    private static Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        rows.put("resnet50, resnet, mobilenet", List.of("resnet50", "resnet", "mobilenet"));
        rows.put("ssd-resnet34, ssd-small, retinanet", List.of("ssd-resnet34", "ssd-small", "retinanet"));
        rows.put("bert-99, gptj-99", List.of("bert-99", "gptj-99"));
        rows.put("dlrm-99, dlrm-v2-99, dlrm-v2-99.9", List.of("dlrm-99", "dlrm-v2-99", "dlrm-v2-99.9"));
        rows.put("rnnt", List.of("rnnt"));
        rows.put("all", rows.values().stream().flatMap(List::stream).toList());
        return rows;
    }

    @Test
    void documentationHoldsTheTable() throws IOException {
        Map<String, List<Double>> ratios = ratios();
        String table = ROWS.entrySet().stream()
                .map(row -> row(
                        row.getKey(),
                        row.getValue().stream()
                                .flatMap(model -> ratios.getOrDefault(model, List.of()).stream())
                                .toList()))
                .collect(Collectors.joining());
        assertTrue(Files.readString(Path.of("..", "docs", "profiles.md")).contains(table), table);
        assertEquals(ratios.keySet(), new TreeSet<>(ROWS.get("all")), "no model is left out");
    }

    private static String row(String name, List<Double> ratios) {
        DescriptiveStatistics each = new DescriptiveStatistics(
                ratios.stream().mapToDouble(Double::doubleValue).toArray());
        double within = ratios.stream()
                .filter(ratio -> Math.max(ratio, 1 / ratio) <= FACTOR)
                .count();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f to %.2f | %.0f %% |%n",
                name,
                ratios.size(),
                each.getPercentile(50),
                each.getMin(),
                each.getMax(),
                100 * within / ratios.size());
    }

    /** Measured ratio of card over processor, divided by that of their peaks, by model. */
    private static Map<String, List<Double>> ratios() throws IOException {
        List<CSVRecord> results = CSV.parse(Files.newBufferedReader(Path.of(
                        System.getProperty("purser.shared"), "data", "hardware", "mlperf_per_device_summary.csv")))
                .getRecords();
        List<Result> cards = new ArrayList<>();
        for (CSVRecord card : table("cards.csv")) {
            results.stream()
                    .filter(result -> result.get("device").equals(card.get(0)))
                    .forEach(result -> cards.add(Result.of(result, Double.parseDouble(card.get(1)) * TERA)));
        }
        Map<String, List<Double>> ratios = new TreeMap<>();
        for (CSVRecord processor : table("processors.csv")) {
            double peak = Double.parseDouble(processor.get(1))
                    * Double.parseDouble(processor.get(2))
                    * GIGA
                    * Double.parseDouble(processor.get(3));
            results.stream()
                    .filter(result ->
                            result.get("device").toLowerCase(Locale.ROOT).contains("xeon")
                                    && result.get("device").contains(processor.get(0)))
                    .map(result -> Result.of(result, peak))
                    .forEach(from -> cards.stream()
                            .filter(to -> to.model.equals(from.model))
                            .forEach(to -> ratios.computeIfAbsent(to.model, model -> new ArrayList<>())
                                    .add(to.share() / from.share())));
        }
        return ratios;
    }

    private static List<CSVRecord> table(String name) throws IOException {
        try (InputStream stream = PublishedPairsTest.class.getResourceAsStream(name)) {
            return CSV.parse(new StringReader(new String(stream.readAllBytes(), StandardCharsets.UTF_8)))
                    .getRecords();
        }
    }

    /** Samples a second of a model, offline, on a device whose data sheet states a peak in operations per second. */
    private record Result(String model, double perSecond, double peak) {
        static Result of(CSVRecord row, double peak) {
            return new Result(
                    row.get("model"), Double.parseDouble(row.get("offline_samples_per_s_per_device_median")), peak);
        }

        double share() {
            return perSecond / peak;
        }
    }
}
