package dev.purser.calibration.benchmark;

import dev.purser.simulator.hardware.Precision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one process is to time, handed to it as system properties.
 *
 * @param model name of the kind of model
 * @param folder where its weights lie and its times go
 * @param precision the number format it computes in
 * @param seed of the batches
 * @param pass number of the process, from 0
 * @param cases what to time
 */
record ForkOrder(String model, Path folder, Precision precision, long seed, int pass, List<Case> cases) {
    private static final String PREFIX = "purser.benchmark.";

    /** The order as arguments of a Java virtual machine. */
    List<String> arguments() {
        Map<String, String> values = new TreeMap<>();
        values.put("model", model);
        values.put("folder", folder.toAbsolutePath().toString());
        values.put("precision", precision.name());
        values.put("seed", Long.toString(seed));
        values.put("pass", Integer.toString(pass));
        values.put("cases", cases.stream().map(Case::name).collect(Collectors.joining(",")));
        List<String> arguments = new ArrayList<>();
        values.forEach((key, value) -> arguments.add("-D" + PREFIX + key + "=" + value));
        return arguments;
    }

    /** The order in {@code properties}, as {@code System::getProperty}. */
    static ForkOrder of(UnaryOperator<String> properties) {
        return new ForkOrder(
                properties.apply(PREFIX + "model"),
                Path.of(properties.apply(PREFIX + "folder")),
                Precision.valueOf(properties.apply(PREFIX + "precision")),
                Long.parseLong(properties.apply(PREFIX + "seed")),
                Integer.parseInt(properties.apply(PREFIX + "pass")),
                Stream.of(properties.apply(PREFIX + "cases").split(","))
                        .map(Case::named)
                        .toList());
    }
}
