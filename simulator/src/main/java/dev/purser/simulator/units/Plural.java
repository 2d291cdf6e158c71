package dev.purser.simulator.units;

/** Counts in messages. */
public final class Plural {
    private Plural() {}

    /** {@code 1 lease}, {@code 2 leases}. */
    public static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
