package dev.purser.calibration.benchmark;

import dev.purser.calibration.models.ModelSize;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import dev.purser.simulator.hardware.Precision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Number formats that models can compute in here. */
public final class Formats {
    /** What models are made and trained in. */
    public static final Precision USUAL = Precision.FP32;

    private static final Map<Precision, DataType> TYPES = new EnumMap<>(Map.of(
            Precision.FP32, DataType.FLOAT,
            Precision.FP64, DataType.DOUBLE,
            Precision.BF16, DataType.BFLOAT16,
            Precision.FP16, DataType.FLOAT16));

    private Formats() {}

    /** All of them, the usual one first. */
    public static List<Precision> all() {
        return List.of(USUAL, Precision.FP64, Precision.BF16, Precision.FP16);
    }

    /**
     * The formats called {@code names}, in this order and each once.
     *
     * @throws InputException if one is not known
     */
    static List<Precision> named(List<String> names) {
        return names.stream().distinct().map(Formats::named).toList();
    }

    private static Precision named(String name) {
        return all().stream()
                .filter(precision -> precision.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("--precisions: got " + Received.of(name) + ", "
                        + Nearest.oneOf(
                                name, all().stream().map(Precision::name).toList())));
    }

    /** Makes this process hold weights and inputs in {@code precision} from now on. */
    static void compute(Precision precision) {
        DataType type = TYPES.get(precision);
        Nd4j.setDefaultDataTypes(type, type);
    }

    /** {@code usual}, the size of a model in 32-bit numbers, in {@code precision}, as if all that moves were such numbers. */
    static ModelSize size(ModelSize usual, Precision precision) {
        double share = (double) TYPES.get(precision).width() / Float.BYTES;
        return new ModelSize(
                usual.parameters(),
                Math.round(share * usual.weightBytes()),
                usual.flopsPerSample(),
                Math.round(share * usual.bytesPerSample()),
                Math.round(share * usual.bytesPerBatch()));
    }
}
