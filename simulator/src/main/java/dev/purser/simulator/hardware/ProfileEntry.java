package dev.purser.simulator.hardware;

import dev.purser.simulator.units.Check;
import java.util.Optional;

/**
 * One model on one piece of hardware: the law and what is known about it.
 *
 * @param model name of the recommender, such as {@code dlrm-4b}
 * @param hardware accelerator model, or instance type without one (see {@link HardwareType#computeName()})
 * @param precision number format
 * @param backend software that ran it, such as {@code tensorrt}
 * @param law its service time
 * @param modelBytes size of the weights, in bytes; 0 if unknown
 * @param origin measured, imported or estimated
 * @param fitError mean absolute relative error of the law, leave one batch size out (0.05 = 5 %); NaN if unknown
 * @param source where the figures stand, and their date
 * @param measurement what stands behind a law measured on a device
 * @param sweep what stands behind a law of an imported table
 * @param band how far off an estimated law may be
 */
public record ProfileEntry(
        String model,
        String hardware,
        Precision precision,
        String backend,
        ServiceTimeLaw law,
        long modelBytes,
        Origin origin,
        double fitError,
        String source,
        Optional<Measurement> measurement,
        Optional<ImportedSweep> sweep,
        Optional<EstimateBand> band) {
    public ProfileEntry {
        Check.named(model, "model");
        Check.named(hardware, "hardware of " + model);
        Check.named(backend, "backend of " + model);
        Check.atLeast(modelBytes, 0, "size of " + model + " (bytes)");
        Check.named(source, "source of " + model + " on " + hardware);
        sweep.ifPresent(rows -> Check.that(
                rows.largestBatch() == law.largestBatch(),
                "largest batch of the sweep",
                rows.largestBatch(),
                "must be that of the law, " + law.largestBatch()));
        Check.that(band.isEmpty() || origin == Origin.ESTIMATED, "band of " + model, origin, "only estimates have one");
        band.ifPresent(each -> Check.that(
                each.smallestBatch() <= law.largestBatch(),
                "smallest batch of the band",
                each.smallestBatch(),
                "must not pass the law's largest, " + law.largestBatch()));
    }

    /** An entry with nothing behind its law but its source. */
    public ProfileEntry(
            String model,
            String hardware,
            Precision precision,
            String backend,
            ServiceTimeLaw law,
            long modelBytes,
            Origin origin,
            double fitError,
            String source) {
        this(
                model,
                hardware,
                precision,
                backend,
                law,
                modelBytes,
                origin,
                fitError,
                source,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with {@code measured} behind its law. */
    public ProfileEntry with(Measurement measured) {
        return with(Optional.of(measured), sweep, band);
    }

    /** The same with {@code imported} behind its law. */
    public ProfileEntry with(ImportedSweep imported) {
        return with(measurement, Optional.of(imported), band);
    }

    /** The same, said to be within {@code known} of the truth. */
    public ProfileEntry with(EstimateBand known) {
        return with(measurement, sweep, Optional.of(known));
    }

    private ProfileEntry with(
            Optional<Measurement> measured, Optional<ImportedSweep> imported, Optional<EstimateBand> estimated) {
        return new ProfileEntry(
                model,
                hardware,
                precision,
                backend,
                law,
                modelBytes,
                origin,
                fitError,
                source,
                measured,
                imported,
                estimated);
    }

    /** How users name the pair in messages. */
    public String label() {
        return model + " on " + hardware + " at " + precision + " (" + backend + ")";
    }
}
