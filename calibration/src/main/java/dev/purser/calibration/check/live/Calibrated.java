package dev.purser.calibration.check.live;

import dev.purser.simulator.hardware.Measurement;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a profile knows of a model.
 *
 * @param law of its calls
 * @param sizes batch sizes whose calls were measured; empty if that is not known
 */
record Calibrated(ServiceTimeLaw law, Set<Integer> sizes) {
    Calibrated {
        sizes = Set.copyOf(sizes);
    }

    static Calibrated of(ProfileEntry entry) {
        List<Measurement.Calls> calls =
                entry.measurement().map(Measurement::calls).orElse(List.of());
        return new Calibrated(
                entry.law(), calls.stream().map(Measurement.Calls::batch).collect(Collectors.toSet()));
    }

    /** Those of {@code samples} that were measured: what lies between is the law's word only. All, if none was. */
    int[] measuredAmong(IntStream samples) {
        int[] all = samples.toArray();
        int[] measured = IntStream.of(all).filter(sizes::contains).toArray();
        return measured.length == 0 ? all : measured;
    }
}
