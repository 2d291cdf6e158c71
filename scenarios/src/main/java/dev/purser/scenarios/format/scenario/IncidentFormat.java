package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.units.Dates;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Shares;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.fleet.IncidentSpec;

/**
 * Reads {@code incidents}.
 *
 * @param declared the pools they may strike, and when the scenario takes place
 */
record IncidentFormat(Declared declared) {

    Shape<IncidentSpec> of(String name) {
        return new Format<>("incident", "A share of a pool is lost with all that runs on it, for a while.", in -> {
            var pool = in.key("pool", Words.NAME.like("gpu"), "name of the pool it strikes")
                    .required();
            var at = in.key("at", Dates.MOMENT, "when it strikes").required();
            var share = in.key("share", Shares.FRACTIONS, "share of the instances there are then")
                    .required();
            var lasts = in.key(
                            "lasts",
                            Durations.NANOS.like("20 min"),
                            "how long until the pool may have its full number of instances again")
                    .required();
            return in.build(() -> new IncidentSpec(
                    name,
                    Lookups.named(pool, declared.pools().get()).get().name(),
                    declared.timeline().nanosWithin(at),
                    share.get(),
                    lasts.get()));
        });
    }
}
