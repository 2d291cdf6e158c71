package dev.purser.calibration.compression;

import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.Network;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A cheaper model.
 *
 * @param model that serves
 * @param layers what it is made of
 */
public record Compressed(NetworkModel model, List<CompressedLayer> layers) implements AutoCloseable {
    /** Copies the list. */
    public Compressed {
        layers = List.copyOf(layers);
    }

    /** A model of {@code layers} with the input and the head of {@code trained}. */
    static Compressed of(NetworkModel trained, List<CompressedLayer> layers) {
        return new Compressed(
                model(trained, layers.stream().map(CompressedLayer::layer).toList()), layers);
    }

    /** As {@code trained}, with every dense layer changed by {@code change} and the others kept. */
    static Compressed ofDense(NetworkModel trained, Function<Dense, CompressedLayer> change) {
        return of(
                trained,
                trained.network().chain().layers().stream()
                        .map(layer -> layer instanceof Dense dense ? change.apply(dense) : CompressedLayer.kept(layer))
                        .toList());
    }

    /** A model of {@code layers} with the input and the head of {@code trained}. */
    static NetworkModel model(NetworkModel trained, List<Layer> layers) {
        Network network = trained.network();
        return new NetworkModel(new Network(network.inputs(), layers, network.head()), trained::batch);
    }

    /** Numbers that are kept. */
    public long parameters() {
        return sum(CompressedLayer::parameters);
    }

    /** Bytes of them in a file. */
    public long storedBytes() {
        return sum(CompressedLayer::storedBytes);
    }

    /** Bytes of them in memory while the model serves. */
    public long residentBytes() {
        return sum(CompressedLayer::residentBytes);
    }

    private long sum(ToLongFunction<CompressedLayer> part) {
        return layers.stream().mapToLong(part).sum();
    }

    /** Gives native memory back. */
    @Override
    public void close() {
        model.close();
    }
}
