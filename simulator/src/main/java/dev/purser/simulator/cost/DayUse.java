package dev.purser.simulator.cost;

import dev.purser.simulator.usage.CivilDay;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A line of the bill before it is priced: what was used of one item on one civil day.
 *
 * @param day the day
 * @param service the service it was for; empty: shared
 * @param activity what it was for, such as {@code serving} or {@code idle}
 * @param quantity how much, in the unit of its tariff, exact
 * @param cause the usage it traces to
 */
public record DayUse(CivilDay day, String service, String activity, BigFraction quantity, String cause) {
    /** Activity of time and space that a service held. */
    public static final String SERVING = "serving";

    /** Activity of what was paid for and held by nobody. */
    public static final String IDLE = "idle";

    /** Whether there is anything to charge for. */
    boolean isSome() {
        return quantity.compareTo(BigFraction.ZERO) > 0;
    }
}
