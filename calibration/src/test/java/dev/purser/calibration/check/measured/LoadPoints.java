package dev.purser.calibration.check.measured;

import dev.purser.calibration.sweep.Sweep;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.serving.BatchingSpec;
import java.util.List;
import java.util.Map;

/** Load points for tests. */
final class LoadPoints {
    static final Sweep.Key KEY = new Sweep.Key("ranker", "T4", Precision.FP16, "onnx");

    private LoadPoints() {}

    /** Clients that do not think. */
    static LoadPoint closed(int clients, int samples, int instances, int largestBatch) {
        return of(new Load(clients, 0, 0, samples), instances, new BatchingSpec(largestBatch, 0, List.of()));
    }

    static LoadPoint of(Load load, int instances, BatchingSpec batching) {
        return new LoadPoint(
                Place.ofFile("load.csv"), KEY, load, instances, batching, Map.of(Figure.THROUGHPUT, 1000.0));
    }

    /** {@code clients} clients with these figures measured and predicted. */
    static CheckedPoint checked(int clients, Map<Figure, Double> measured, Map<Figure, Double> predicted) {
        LoadPoint plain = closed(clients, 10, 2, 100);
        LoadPoint point =
                new LoadPoint(plain.place(), KEY, plain.load(), plain.instances(), plain.batching(), measured);
        return new CheckedPoint(point, predicted);
    }
}
