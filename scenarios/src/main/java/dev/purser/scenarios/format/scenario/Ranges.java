package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Value;

/** Checks of two settings against each other. */
final class Ranges {
    private Ranges() {}

    /** Refuses a minimum above its maximum. */
    static void ordered(Value<Integer> fewest, Value<Integer> most) {
        if (fewest.get() > most.get()) {
            throw fewest.refused("got " + fewest.get() + ", must not pass `max`, which is " + most.get());
        }
    }
}
