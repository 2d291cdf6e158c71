package dev.purser.simulator.experiment;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Measurement;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Laws with redraws written by hand. */
final class MeasuredLaws {
    private MeasuredLaws() {}

    /** {@code law} as if it had been measured, with {@code redraws}. */
    static ProfileEntry measured(ServiceTimeLaw law, List<BatchTime> redraws) {
        Measurement measurement = new Measurement(
                new Measurement.ModelSize(0, 0, 0, 0),
                1,
                Double.NaN,
                new Measurement.SpreadFit(0, 0, 0, 0),
                List.of(new Measurement.Calls(1, 1, 10, 1e7, 1e7, 1e7, new TreeMap<>())),
                List.of(),
                Optional.empty(),
                new TreeMap<>(),
                redraws);
        return entry(law, Origin.MEASURED).with(measurement);
    }

    /** {@code law} as if somebody else had published it. */
    static ProfileEntry imported(ServiceTimeLaw law) {
        return entry(law, Origin.IMPORTED);
    }

    private static ProfileEntry entry(ServiceTimeLaw law, Origin origin) {
        return new ProfileEntry("model", "four-cores", Precision.FP32, "test", law, 0, origin, 0, "set by the test");
    }
}
