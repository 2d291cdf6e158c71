package dev.purser.scenarios.profile;

import static dev.purser.scenarios.profile.ProfileScalars.NUMBER_ABOVE_0;
import static dev.purser.scenarios.profile.ProfileScalars.NUMBER_OR_NULL;
import static dev.purser.scenarios.profile.ProfileScalars.SIZE;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.simulator.hardware.ImportedSweep;

/** The keys of what stands behind the law of an imported table. */
final class SweepFormat {
    static final Format<ImportedSweep.Point> POINT = new Format<>("point", "Times of batches of one size.", section -> {
        var batch = section.key("batch", SIZE, "samples of a batch").required();
        var mean = section.key("meanNanos", NUMBER_ABOVE_0, "mean time").required();
        var percentiles = section.key(
                        "percentileNanos", Shapes.named(name -> NUMBER_ABOVE_0), "percentiles: p50, p99.9")
                .required();
        return section.build(() -> new ImportedSweep.Point(
                batch.get(), mean.get(), Percentiles.byProbability(DeviceFormat.sorted(percentiles.get()))));
    });

    static final Format<ImportedSweep> SWEEP =
            new Format<>("sweep", "What stands behind the law of an imported table.", section -> {
                var worst = section.key("worstError", NUMBER_OR_NULL, "largest relative error of the law")
                        .required();
                var spread = section.key("spreadError", NUMBER_OR_NULL, "mean relative error of its percentiles")
                        .required();
                var points = section.key("points", Shapes.listOfSome(POINT), "rows of the table, by batch size")
                        .required();
                return section.build(() -> new ImportedSweep(worst.get(), spread.get(), points.get()));
            });

    private SweepFormat() {}
}
