package dev.purser.calibration.models.network;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.ModelKinds;
import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;

/** Calls models many times; prints for each by how many megabytes the process has grown, and whether all scores were the same. */
final class ManyCalls {
    private static final int SAMPLES = 16;

    private ManyCalls() {}

    public static void main(String[] arguments) {
        score("purchase", 20_000);
        score("gru", 3_000);
        score("dlrm-rm1", 200);
        train("gru", 400);
        inputs("dlrm-rm1", 400);
    }

    private static void score(String name, int calls) {
        try (Model model = ModelKinds.named(name, "model").create(1);
                Batch batch = model.batch(SAMPLES, 1)) {
            float[] first = model.score(batch);
            printGrowth(calls, () -> {
                if (!Arrays.equals(first, model.score(batch))) {
                    throw new IllegalStateException(name + " scores otherwise than before");
                }
            });
        }
    }

    private static void train(String name, int calls) {
        try (Model model = ModelKinds.named(name, "model").create(1);
                Batch batch = model.batch(SAMPLES, 1)) {
            printGrowth(calls, () -> model.train(batch));
        }
    }

    /** Of a model that is told many whole numbers. */
    private static void inputs(String name, int batches) {
        try (Model model = ModelKinds.named(name, "model").create(1)) {
            printGrowth(batches, () -> model.batch(SAMPLES, 1).close());
        }
    }

    /** Half as many calls before them count for nothing: code is loaded and compiled, workspaces grow. */
    private static void printGrowth(int calls, Runnable call) {
        repeat(calls / 2, call);
        long before = Pointer.physicalBytes();
        repeat(calls, call);
        System.out.println((Pointer.physicalBytes() - before) >> 20);
    }

    private static void repeat(int times, Runnable call) {
        for (int i = 0; i < times; i++) {
            call.run();
        }
    }
}
