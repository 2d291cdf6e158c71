package dev.purser.scenarios.profile;

import static dev.purser.scenarios.profile.ProfileScalars.DATE;
import static dev.purser.scenarios.profile.ProfileScalars.NUMBER_ABOVE_0;
import static dev.purser.scenarios.profile.ProfileScalars.NUMBER_OR_NULL;
import static dev.purser.scenarios.profile.ProfileScalars.SIZE;
import static dev.purser.scenarios.profile.ProfileScalars.TEXT;
import static dev.purser.scenarios.profile.ProfileScalars.WHOLE_FROM_0;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.EstimateBand;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;

/** The keys of a profile file; {@link LawFormats} has those of the laws. */
final class ProfileFormat {
    static final Format<ServiceTimeLaw> LAW = new Format<>("law", "Service time of a batch.", section -> {
        var time =
                section.key("time", LawFormats.TIME, "mean time by batch size").required();
        var spread = section.key("spread", LawFormats.SPREAD, "random factor of mean 1 on that time")
                .required();
        var largest = section.key("largestBatch", SIZE, "largest size, in samples, the law was fitted on")
                .required();
        var shared = section.key(
                        "sharedSpeed",
                        Shapes.listOfSome(NUMBER_ABOVE_0),
                        "total speed of the device with 1, 2, ... batches at once, relative to one alone")
                .required();
        var host = section.key("hostTime", LawFormats.AFFINE, "part of the time a batch spends beside the device")
                .optional();
        var pauses = section.key("pauses", LawFormats.PAUSES, "time a batch loses in which nothing computes")
                .optional();
        return section.build(() ->
                new ServiceTimeLaw(time.get(), spread.get(), largest.get(), shared.get(), host.get(), pauses.get()));
    });

    static final Format<EstimateBand> BAND = new Format<>("band", "How far off an estimated law may be.", section -> {
        var factor = section.key("factor", NUMBER_ABOVE_0, "the truth may be this many times as much, or as little")
                .required();
        var smallest = section.key(
                        "smallestBatch", SIZE, "smallest size, in samples, that all laws it comes from reach")
                .required();
        return section.build(() -> new EstimateBand(factor.get(), smallest.get()));
    });

    static final Format<ProfileEntry> ENTRY = new Format<>("entry", "One model on one piece of hardware.", section -> {
        var model = section.key("model", TEXT, "name of the recommender").required();
        var hardware = section.key("hardware", TEXT, "accelerator model, or instance type without one")
                .required();
        var precision = section.key("precision", Words.asIs("precision", Precision.class), "number format")
                .required();
        var backend = section.key("backend", TEXT, "software that ran it").required();
        var law = section.key("law", LAW, "service time of a batch").required();
        var bytes = section.key("modelBytes", WHOLE_FROM_0, "size of the weights in bytes; 0 if unknown")
                .required();
        var origin = section.key("origin", Words.asIs("origin", Origin.class), "measured, imported or estimated")
                .required();
        var error = section.key(
                        "fitError",
                        NUMBER_OR_NULL,
                        "mean absolute relative error of the law, one batch size left out; null if unknown")
                .required();
        var source = section.key("source", TEXT, "where the figures stand, and their date")
                .required();
        var measurement = section.key(
                        "measurement", MeasurementFormats.MEASUREMENT, "what stands behind a law measured on a device")
                .optional();
        var sweep = section.key("sweep", SweepFormat.SWEEP, "what stands behind a law of an imported table")
                .optional();
        var band =
                section.key("band", BAND, "how far off an estimated law may be").optional();
        return section.build(() -> new ProfileEntry(
                model.get(),
                hardware.get(),
                precision.get(),
                backend.get(),
                law.get(),
                bytes.get(),
                origin.get(),
                error.get(),
                source.get(),
                measurement.get(),
                sweep.get(),
                band.get()));
    });

    static final Format<DeviceProfile> PROFILE =
            new Format<>("profile", "How long batches of models take on pieces of hardware.", section -> {
                var name = section.key("name", TEXT, "short name, as scenarios refer to it")
                        .required();
                var version =
                        section.key("version", SIZE, "version of this format").required();
                var date = section.key("date", DATE, "ISO date of measurement or import")
                        .required();
                var source = section.key("source", TEXT, "who measured what, in one sentence")
                        .required();
                var device = section.key("device", DeviceFormat.DEVICE, "the machine it was measured on, if it was one")
                        .optional();
                var entries = section.key("entries", Shapes.listOfSome(ENTRY), "the laws; the first that matches wins")
                        .required();
                return section.build(() -> new DeviceProfile(
                        name.get(), version.get(), date.get(), source.get(), device.get(), entries.get()));
            });

    private ProfileFormat() {}
}
