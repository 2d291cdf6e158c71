package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Dates;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.traffic.RateEventSpec;
import java.time.LocalDateTime;

/**
 * Reads {@code events} of a pipeline's traffic.
 *
 * @param timeline when the scenario takes place
 */
record EventFormat(Timeline timeline) {

    Shape<RateEventSpec> of(String name) {
        return new Format<>("event", "A sale, a campaign: the rate is multiplied for a while.", in -> {
            var from = in.key("from", Dates.MOMENT, "when it begins").required();
            var until = in.key("until", Dates.MOMENT, "when it is over").required();
            var factor = in.key("factor", Counts.REAL.atLeast("0").like("8"), "what multiplies the rate, ramps aside")
                    .required();
            var rampUp = in.key("ramp-up", Durations.NANOS, "how long the factor takes to climb from 1")
                    .orElse("0 s");
            var rampDown = in.key("ramp-down", Durations.NANOS, "how long before the end it begins to fall back to 1")
                    .orElse("0 s");
            var isolate = in.key(
                            "isolate-cost",
                            Words.TRUTH,
                            "whether to run the scenario once more without the event and state what it cost")
                    .orElse("false");
            in.check(() -> checkOrder(from, until));
            return in.build(() -> new RateEventSpec(
                    name,
                    timeline.nanosWithin(from),
                    timeline.nanosWithin(until),
                    factor.get(),
                    rampUp.get(),
                    rampDown.get(),
                    isolate.get()));
        });
    }

    private static void checkOrder(Value<LocalDateTime> from, Value<LocalDateTime> until) {
        if (!from.get().isBefore(until.get())) {
            throw until.refused("got " + until.get() + ", must be after `from`, which is " + from.get());
        }
    }
}
