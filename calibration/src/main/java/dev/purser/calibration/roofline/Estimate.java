package dev.purser.calibration.roofline;

import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.EstimateBand;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.units.Check;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A law on a card that nobody measured: from each known law, its time beside the card plus its time on the card times the
 * ratio of the ceilings; of several known laws the geometric mean.
 *
 * @param known laws of one workload on other cards, at least one
 * @param card to carry them over to
 * @param roofline of the workload
 * @param factor that the truth may be above or below: the largest seen when each known law is estimated from the others,
 *     or {@link #USUAL_FACTOR} where that is larger, times what the roofline leaves open
 */
record Estimate(List<Known> known, Accelerator card, Roofline roofline, double factor) {
    /** Nine of ten sizes of the published sweeps lie within this factor of an estimate from one other card. */
    private static final double USUAL_FACTOR = 2;

    Estimate {
        known = List.copyOf(Check.notEmpty(known, "known laws"));
    }

    /** The estimate from {@code known} alone. */
    static Estimate of(List<Known> known, Accelerator card) {
        Roofline roofline = Roofline.of(known);
        double open = known.stream()
                .mapToDouble(
                        law -> roofline.openFactor(law.card(), card, law.entry().precision()))
                .max()
                .orElse(1);
        return new Estimate(known, card, roofline, open * Math.max(USUAL_FACTOR, LeaveOut.worstFactor(known)));
    }

    /** Mean time of a batch, in nanoseconds. */
    double nanos(int samples) {
        double logarithms =
                known.stream().mapToDouble(law -> Math.log(nanos(law, samples))).sum();
        return Math.exp(logarithms / known.size());
    }

    private double nanos(Known law, int samples) {
        return law.hostNanos(samples)
                + law.cardNanos(samples)
                        * roofline.ratio(law.card(), card, law.entry().precision());
    }

    int[] sizes() {
        return Known.commonSizes(known);
    }

    /**
     * The law as an entry of a profile; its error is that of each known law when it is estimated from the others, NaN if
     * there are no others.
     */
    ProfileEntry entry() {
        ProfileEntry first = known.get(0).entry();
        boolean padded = first.law().time() instanceof BatchTime.PaddedSteps;
        int[] sizes = padded ? Known.commonLawSizes(known) : sizes();
        double[] nanos = Arrays.stream(sizes).mapToDouble(this::nanos).toArray();
        BatchTime time = padded ? new BatchTime.PaddedSteps(sizes, nanos) : new BatchTime.Table(sizes, nanos);
        ServiceTimeLaw law = new ServiceTimeLaw(
                        time,
                        first.law().spread(),
                        sizes[sizes.length - 1],
                        first.law().sharedSpeed())
                .withHostTime(host())
                .withPauses(first.law().pauses());
        return new ProfileEntry(
                        first.model(),
                        card.model(),
                        first.precision(),
                        first.backend(),
                        law,
                        first.modelBytes(),
                        Origin.ESTIMATED,
                        LeaveOut.meanError(known),
                        source())
                .with(new EstimateBand(factor, sizes[0]));
    }

    private Optional<BatchTime.Affine> host() {
        List<BatchTime.Affine> hosts = known.stream()
                .flatMap(law -> law.entry().law().hostTime().stream())
                .toList();
        return hosts.isEmpty()
                ? Optional.empty()
                : Optional.of(new BatchTime.Affine(
                        mean(hosts, BatchTime.Affine::fixedNanos), mean(hosts, BatchTime.Affine::perSampleNanos)));
    }

    private static double mean(List<BatchTime.Affine> hosts, ToDoubleFunction<BatchTime.Affine> part) {
        return hosts.stream().mapToDouble(part).average().orElseThrow();
    }

    private String source() {
        return Estimates.source(cards(), factor, known.get(0).entry().source());
    }

    /** Names of the known cards. */
    String cards() {
        return known.stream().map(law -> law.card().model()).collect(Collectors.joining(", "));
    }
}
