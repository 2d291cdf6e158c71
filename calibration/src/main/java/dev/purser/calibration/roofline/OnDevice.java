package dev.purser.calibration.roofline;

import dev.purser.calibration.fit.RelativeLine;
import dev.purser.simulator.hardware.Ceilings;
import dev.purser.simulator.hardware.Device;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.Measurement;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.ProfileEntry;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A law that was measured on a device whose ceilings are known: a batch takes a fixed time, and the least that its work can take
 * there divided by the share of the ceiling that is reached. Both are fitted to the measured sizes.
 *
 * @param entry the law
 * @param ceilings of the device
 * @param line time of a batch by the least it can take, both in nanoseconds; the share is one over its slope
 */
record OnDevice(ProfileEntry entry, Ceilings ceilings, RelativeLine line) {
    private static final int FEWEST_SIZES = 3;

    /** Laws of {@code profile} that were measured at the precision of its device's ceilings, with three sizes at least. */
    static List<OnDevice> of(DeviceProfile profile) {
        return profile.device().flatMap(Device::ceilings).stream()
                .flatMap(ceilings ->
                        profile.entries().stream().filter(OnDevice::isMeasured).map(entry -> of(entry, ceilings)))
                .toList();
    }

    private static boolean isMeasured(ProfileEntry entry) {
        return entry.origin() == Origin.MEASURED
                && entry.precision() == Ceilings.PRECISION
                && entry.measurement().isPresent()
                && entry.measurement().orElseThrow().size().bytesPerSample() > 0
                && sizes(entry).size() >= FEWEST_SIZES;
    }

    static OnDevice of(ProfileEntry entry, Ceilings ceilings) {
        return new OnDevice(entry, ceilings, fit(entry, ceilings, sizes(entry)));
    }

    private static RelativeLine fit(ProfileEntry entry, Ceilings ceilings, List<Measurement.Calls> sizes) {
        Work work = work(entry);
        return RelativeLine.fit(
                sizes.stream()
                        .mapToDouble(size -> work.leastNanos(size.batch(), ceilings))
                        .toArray(),
                sizes.stream().mapToDouble(Measurement.Calls::meanNanos).toArray());
    }

    /** Calls of one caller, by batch size. */
    static List<Measurement.Calls> sizes(ProfileEntry entry) {
        return entry.measurement().orElseThrow().calls().stream()
                .filter(calls -> calls.threads() == 1)
                .toList();
    }

    private static Work work(ProfileEntry entry) {
        return Work.of(entry.measurement().orElseThrow().size());
    }

    /** Share of the ceiling reached by what is not fixed: above 1 where caches spare the memory, infinite where all is fixed. */
    double share() {
        return 1 / line.slope();
    }

    /**
     * Nanoseconds of a batch on hardware with {@code other} ceilings: the fixed time stays, so does the share. More than the
     * ceiling is reached nowhere but on the device, whose caches may have held what the other's do not.
     */
    double nanos(int samples, Ceilings other) {
        return line.fixed() + Math.max(1, line.slope()) * work(entry).leastNanos(samples, other);
    }

    int[] batches() {
        return sizes(entry).stream().mapToInt(Measurement.Calls::batch).sorted().toArray();
    }

    /** Mean absolute relative error on the device itself, leave one size out. */
    double meanError() {
        return leftOut().map(ratio -> Math.abs(ratio - 1)).average().orElseThrow();
    }

    /** Largest factor by which it is off on the device itself, leave one size out, and what of the share is not carried over. */
    double worstFactor() {
        double notCarried = line.slope() > 0 ? Math.max(1, share()) : 1;
        return notCarried
                * leftOut().map(ratio -> Math.max(ratio, 1 / ratio)).max().orElseThrow();
    }

    /** Of each size, what the others say of it over what was measured. */
    private DoubleStream leftOut() {
        List<Measurement.Calls> all = sizes(entry);
        return all.stream().mapToDouble(truth -> {
            List<Measurement.Calls> others =
                    all.stream().filter(each -> each != truth).toList();
            double least = work(entry).leastNanos(truth.batch(), ceilings);
            return fit(entry, ceilings, others).at(least) / truth.meanNanos();
        });
    }
}
