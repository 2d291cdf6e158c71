package dev.purser.simulator.traffic;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;

/**
 * A sale, a campaign, an outage elsewhere: the rate is multiplied by {@code factor} from {@code fromNanos} to
 * {@code untilNanos}; the multiplier climbs from 1 in a straight line during the first {@code rampUpNanos} and falls
 * back to 1 during the last {@code rampDownNanos}.
 *
 * @param isolateCost whether to run the scenario a second time without this event and state the difference in cost
 */
public record RateEventSpec(
        String name,
        long fromNanos,
        long untilNanos,
        double factor,
        long rampUpNanos,
        long rampDownNanos,
        boolean isolateCost) {
    public RateEventSpec {
        Check.named(name, "event name");
        Check.that(untilNanos > fromNanos, "end of " + name, untilNanos, "must be after its start");
        Check.atLeast(factor, 0, "factor of " + name);
        Check.atLeast(rampUpNanos, 0, "ramp up of " + name);
        Check.atLeast(rampDownNanos, 0, "ramp down of " + name);
        Check.that(
                rampUpNanos + rampDownNanos <= untilNanos - fromNanos,
                "ramps of " + name,
                (rampUpNanos + rampDownNanos) / Nanos.SECOND + " s",
                "must fit between its start and its end");
    }

    /** The multiplier at {@code nanos}. */
    public double factorAt(long nanos) {
        if (nanos < fromNanos || nanos >= untilNanos) {
            return 1;
        }
        double up = rampUpNanos == 0 ? 1 : Math.min(1, (double) (nanos - fromNanos) / rampUpNanos);
        double down = rampDownNanos == 0 ? 1 : Math.min(1, (double) (untilNanos - nanos) / rampDownNanos);
        return 1 + (factor - 1) * Math.min(up, down);
    }

    /** The same event of a run that starts {@code nanos} later; {@code isolateCost} is left behind. */
    RateEventSpec seenFrom(long nanos) {
        return new RateEventSpec(
                name, fromNanos - nanos, untilNanos - nanos, factor, rampUpNanos, rampDownNanos, false);
    }
}
