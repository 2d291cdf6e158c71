package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Value;
import dev.purser.simulator.time.Calendar;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/**
 * When a scenario takes place.
 *
 * @param calendar its start and zone
 * @param horizonNanos its length
 */
record Timeline(Value<Calendar> calendar, Value<Long> horizonNanos) {

    /** Nanoseconds from the start to {@code civil}, which must lie within the horizon, its end included. */
    long nanosWithin(Value<LocalDateTime> civil) {
        ZonedDateTime moment = Lookups.moment(civil, calendar.get().zone());
        long nanos = calendar.get().nanosAt(moment);
        if (nanos < 0 || nanos > horizonNanos.get()) {
            throw civil.refused("got " + civil.get() + ", must lie within the horizon, from "
                    + calendar.get().start().toLocalDateTime() + " to "
                    + calendar.get().at(horizonNanos.get()).toLocalDateTime());
        }
        return nanos;
    }
}
