package dev.purser.calibration.models;

import dev.purser.calibration.models.EmbeddingModel.Inputs;
import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Branches;
import dev.purser.calibration.models.network.Branches.Branch;
import dev.purser.calibration.models.network.Chain;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Head;
import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.WeightSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Wide and deep layers that several tasks share, and layers for each task (after Zhao et al., 2019). The configuration does
 * not say how many tasks there are: here two, engagement and satisfaction. Its 512-256-128 of a task is read as 512 numbers
 * from the shared layers, then 256 and 128 units; one more gives the task's probability.
 *
 * @param scale tables have one of so many rows of the configuration's
 */
record MultiTaskWideAndDeep(int scale) implements TimedKind {
    private static final int FEATURES = 512;
    private static final int WIDTH = 32;
    private static final int TASKS = 2;
    private static final int SHARED = 512;

    /** Tables as large as those of other kinds. */
    MultiTaskWideAndDeep() {
        this(SCALE);
    }

    @Override
    public String name() {
        return "mt-wide-and-deep";
    }

    @Override
    public String shape() {
        return "512 features, " + ManyTables.text(scale) + " of 32, 1024-512, 2 tasks of 256-128-1";
    }

    @Override
    public EmbeddingModel model(WeightSource source) {
        Inputs inputs = new Inputs(FEATURES, ManyTables.tokens(scale), WIDTH, 1);
        return new EmbeddingModel(source, inputs, weights -> layers(weights, inputs.joined()), Head.SIGMOID, TASKS);
    }

    private static Chain layers(WeightSource source, int joined) {
        Chain shared = Dense.chain(source, joined, List.of(1024, SHARED), Activation.RELU);
        List<Branch> tasks = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            Chain task = Dense.chain(source, SHARED, List.of(256, 128, 1), Activation.IDENTITY);
            tasks.add(new Branch(0, SHARED, task, 1));
        }
        List<Layer> layers = new ArrayList<>(shared.layers());
        layers.add(new Branches(tasks));
        return new Chain(layers);
    }
}
