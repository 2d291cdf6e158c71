package dev.purser.calibration.compression;

import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;

/** All methods, at the strengths that are tried: one line each. */
public final class Compressions {
    private static final List<Compression> USUAL = List.of(
            new StructuredPruning(0.25, 0),
            new StructuredPruning(0.5, 0),
            new StructuredPruning(0.75, 0),
            new StructuredPruning(0.75, 1),
            new MagnitudePruning(0.5, false),
            new MagnitudePruning(0.8, false),
            new MagnitudePruning(0.9, false),
            new MagnitudePruning(0.9, true),
            new MagnitudePruning(0.95, true),
            new Quantisation(WeightConversion.AT_LOAD),
            new Quantisation(WeightConversion.IN_EACH_CALL),
            new LowRank(0.5, 0),
            new LowRank(0.25, 0),
            new LowRank(0.1, 0),
            new LowRank(0.1, 1),
            new Distillation(0.25, 4, true),
            new Distillation(0.25, 1, false),
            new Distillation(0.0625, 4, true),
            new Distillation(0.0625, 1, false),
            new ReducedPrecision(DataType.FLOAT16, WeightConversion.AT_LOAD),
            new ReducedPrecision(DataType.FLOAT16, WeightConversion.IN_EACH_CALL),
            new ReducedPrecision(DataType.BFLOAT16, WeightConversion.AT_LOAD),
            new ReducedPrecision(DataType.BFLOAT16, WeightConversion.IN_EACH_CALL));

    /** So slow that they run only where they are asked for. */
    private static final List<Compression> SLOW = List.of(
            new ReducedPrecision(DataType.FLOAT16, WeightConversion.NEVER),
            new ReducedPrecision(DataType.BFLOAT16, WeightConversion.NEVER));

    private Compressions() {}

    /** All of them, in the order of the documentation. */
    public static List<Compression> all() {
        return Stream.concat(USUAL.stream(), SLOW.stream()).toList();
    }

    /** Names of the methods that run where none is asked for. */
    public static List<String> usualMethods() {
        return names(USUAL);
    }

    private static List<String> names(List<Compression> some) {
        return some.stream().map(Compression::method).distinct().toList();
    }

    /**
     * Those of the methods called {@code names}.
     *
     * @throws InputException if one is not known
     */
    public static List<Compression> named(List<String> names) {
        names.forEach(Compressions::check);
        return all().stream().filter(one -> names.contains(one.method())).toList();
    }

    private static void check(String name) {
        if (!names(all()).contains(name)) {
            throw new InputException("--methods: got " + Received.of(name) + ", " + Nearest.oneOf(name, names(all())));
        }
    }
}
