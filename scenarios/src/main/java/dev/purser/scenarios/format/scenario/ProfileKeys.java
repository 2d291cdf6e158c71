package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Growths;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.traffic.RateEventSpec;
import dev.purser.simulator.traffic.RateProfile;
import dev.purser.simulator.traffic.TrafficSpec;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The keys of traffic that follows the calendar, whatever its base rate comes from. */
final class ProfileKeys {
    private final Value<Double> growth;
    private final Value<List<Double>> hours;
    private final Value<List<Double>> days;
    private final Value<Map<String, Value<RateEventSpec>>> events;
    private final Value<Double> dispersion;
    private final Value<Long> dispersionWindow;

    ProfileKeys(Section in, Timeline timeline) {
        growth = in.key("growth", Growths.PER_MONTH, "compound growth of the base rate")
                .orElse("0 %/month");
        hours = in.key("hours", weights(24), "24 relative weights of the hours of the day, from midnight")
                .orElse("flat");
        days = in.key("days", weights(7), "7 relative weights of the days of the week, from Monday")
                .orElse("flat");
        events = in.key("events", Shapes.named(new EventFormat(timeline)::of), "what multiplies the rate for a while")
                .orElse("{}");
        dispersion = in.key(
                        "dispersion",
                        Counts.REAL.atLeast("1"),
                        "variance over mean of the counts in one window; 1 is Poisson, real traffic is above")
                .orElse("1");
        dispersionWindow = in.key(
                        "dispersion-window",
                        Durations.NANOS.atLeast("1 s").atMost("1 h"),
                        "length of those windows; within one the rate is constant")
                .orElse("1 min");
    }

    private static Shape<List<Double>> weights(int count) {
        ScalarType<List<Double>> flat = Words.oneOf("weights", Map.of("flat", Collections.nCopies(count, 1.0)));
        return Shapes.either(flat, Shapes.listOfSome(Counts.REAL.atLeast("0"))).as(weights -> checked(weights, count));
    }

    private static List<Double> checked(List<Double> weights, int count) {
        if (weights.size() != count) {
            throw new IllegalArgumentException("got " + weights.size() + " weights, must be " + count);
        }
        if (weights.stream().allMatch(weight -> weight == 0)) {
            throw new IllegalArgumentException("got only zeros, must hold a weight above 0");
        }
        return weights;
    }

    /** Traffic with the given base rate. */
    TrafficSpec traffic(double basePerSecond) {
        List<RateEventSpec> each =
                events.get().values().stream().map(Value::get).toList();
        return new TrafficSpec.Profile(
                new RateProfile(basePerSecond, growth.get(), hours.get(), days.get(), each),
                dispersion.get(),
                dispersionWindow.get());
    }
}
