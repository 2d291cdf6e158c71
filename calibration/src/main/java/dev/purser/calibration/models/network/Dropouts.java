package dev.purser.calibration.models.network;

import dev.purser.simulator.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;

/**
 * Dropout behind every hidden layer.
 *
 * @param dropped share of the outputs that a step of training leaves out; 0: none, and no layer of dropout
 * @param seed of what is left out
 */
public record Dropouts(double dropped, long seed) {
    /** The layers of {@code chain}, all but the last followed by dropout. */
    public List<Layer> between(Chain chain) {
        List<Layer> layers = new ArrayList<>();
        RandomStreams streams = new RandomStreams(seed, 0);
        for (Layer layer : chain.layers()) {
            if (dropped > 0 && !layers.isEmpty()) {
                layers.add(new Dropout(
                        dropped, streams.stream("dropout/" + layers.size()).nextLong()));
            }
            layers.add(layer);
        }
        return layers;
    }
}
