package dev.purser.calibration.roofline;

import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Ceilings;
import dev.purser.simulator.hardware.EstimateBand;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The law of a card, carried over from the device on which a model was measured.
 *
 * @param known on the device
 * @param card to carry it over to
 */
record FromDevice(OnDevice known, Accelerator card) {
    /**
     * Of 357 pairs of a processor and a card with results of MLPerf Inference (v0.5 to v4.1, offline, medians by device) for the same
     * model, the ratio of the results lies within this factor of the ratio of their peaks at INT8 in 97 of 100, at worst within 5.6.
     */
    private static final double FACTOR = 4;

    /** All of {@code known} on {@code card}; none, if its data sheet states no peak. */
    static List<FromDevice> estimates(List<OnDevice> known, Accelerator card) {
        return card.peakFlops().containsKey(Ceilings.PRECISION)
                ? known.stream().map(each -> new FromDevice(each, card)).toList()
                : List.of();
    }

    /** What the truth may be above or below: other hardware, and what the model misses on the device itself. */
    double factor() {
        return FACTOR * known.worstFactor();
    }

    /** Mean time of a batch, in nanoseconds. */
    double nanos(int samples) {
        return known.nanos(samples, ceilings());
    }

    private Ceilings ceilings() {
        return new Ceilings(Roofline.peak(card, Ceilings.PRECISION), card.bandwidthBytesPerSecond());
    }

    /** The law as an entry of a profile. Its error is that on the device. */
    ProfileEntry entry() {
        ProfileEntry measured = known.entry();
        int[] sizes = known.batches();
        ServiceTimeLaw law = new ServiceTimeLaw(
                        new BatchTime.Table(
                                sizes,
                                Arrays.stream(sizes).mapToDouble(this::nanos).toArray()),
                        measured.law().spread(),
                        sizes[sizes.length - 1])
                .withHostTime(Optional.of(new BatchTime.Affine(known.line().fixed(), 0)));
        return new ProfileEntry(
                        measured.model(),
                        card.model(),
                        measured.precision(),
                        measured.backend(),
                        law,
                        measured.modelBytes(),
                        Origin.ESTIMATED,
                        known.meanError(),
                        Estimates.source(measured.hardware(), factor(), measured.source()))
                .with(new EstimateBand(factor(), sizes[0]));
    }
}
