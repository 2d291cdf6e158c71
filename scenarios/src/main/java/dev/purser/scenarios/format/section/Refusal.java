package dev.purser.scenarios.format.section;

import dev.purser.scenarios.format.tree.Place;

/** A setting that is well formed but not allowed; {@link Section#build} turns it into a problem. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Place place;

    /** A refusal of what stands at {@code place}. */
    public Refusal(Place place, String message) {
        super(message, null, false, false);
        this.place = place;
    }

    /** Where the refused setting stands. */
    public Place place() {
        return place;
    }
}
