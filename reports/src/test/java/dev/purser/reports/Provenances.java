package dev.purser.reports;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A provenance for tests. */
final class Provenances {
    private Provenances() {}

    static Provenance sample() {
        ServiceTimeLaw law = new ServiceTimeLaw(new BatchTime.Affine(2e6, 900), new Spread.LogNormal(0.1), 8192);
        return new Provenance(
                "0.1.0",
                List.of(
                        new Provenance.Input("scenarios/library/quickstart.yaml", "9f86d081884c7d65".repeat(4)),
                        new Provenance.Input("profiles/published-recommenders.json", "2c26b46b68ffc68f".repeat(4))),
                Optional.of(LocalDate.of(2026, 2, 1)),
                List.of(new ProfileEntry(
                        "dlrm-4b",
                        "T4",
                        Precision.FP16,
                        "tensorrt",
                        law,
                        0,
                        Origin.IMPORTED,
                        0.041,
                        "published batch sweep, 24 sizes, read 2026-02-01")),
                List.of("Instances are billed by the second with a minimum of 60 s."));
    }
}
