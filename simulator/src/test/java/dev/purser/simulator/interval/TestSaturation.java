package dev.purser.simulator.interval;

import dev.purser.simulator.serving.LatencyHistogram;
import dev.purser.simulator.surface.Saturation;
import dev.purser.simulator.units.Nanos;

/** Replicas that serve requests one by one. */
final class TestSaturation {
    private TestSaturation() {}

    /** {@code perSecond} requests a second, whose number has this variance over its mean; a latency is 1 s in the short queue. */
    static Saturation of(double perSecond, double dispersion) {
        LatencyHistogram latencies = new LatencyHistogram();
        latencies.record(Nanos.SECOND);
        return new Saturation(perSecond, 0, dispersion, 1, 1, 1, 1, latencies.distribution(), 0, 0);
    }
}
