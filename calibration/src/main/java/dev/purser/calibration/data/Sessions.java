package dev.purser.calibration.data;

import dev.purser.simulator.units.Check;
import java.util.Arrays;

/**
 * Sessions of a shop in the order in which they began. In each, items were taken one after the other, each after a query.
 * Items and queries are numbered from 0.
 *
 * @param items number of items
 * @param queries number of queries
 * @param starts where each session starts in the other two, and where the last one ends
 * @param item the items, session by session
 * @param query the query before each item
 */
public record Sessions(int items, int queries, int[] starts, int[] item, int[] query) {
    /** Checks that the sessions are whole. */
    public Sessions {
        Check.positive(items, "items");
        Check.positive(queries, "queries");
        Check.that(starts.length > 0 && starts[0] == 0, "start of the first session", starts.length, "must be 0");
        int end = starts[starts.length - 1];
        Check.that(item.length == end, "items taken", item.length, "must be " + end + " as the sessions say");
        Check.that(query.length == item.length, "queries asked", query.length, "must be " + item.length);
    }

    /** Sessions of {@code length} items each. */
    public static Sessions ofLength(int length, int items, int queries, int[] item, int[] query) {
        Check.that(item.length % length == 0, "items taken", item.length, "must be whole sessions of " + length);
        int[] starts = new int[item.length / length + 1];
        Arrays.setAll(starts, session -> session * length);
        return new Sessions(items, queries, starts, item, query);
    }

    /** Number of sessions. */
    public int count() {
        return starts.length - 1;
    }

    /** Items taken in session {@code index}. */
    public int length(int index) {
        return starts[index + 1] - starts[index];
    }

    /** Splits by time: the latest sessions, a fraction of all, are held out. */
    public Split<Sessions> splitByTime(double heldOutFraction) {
        Check.fraction(heldOutFraction, "held-out fraction");
        int border = count() - (int) Math.round(count() * heldOutFraction);
        return new Split<>(part(0, border), part(border, count()));
    }

    /** Sessions {@code from} to {@code to}, exclusive. */
    public Sessions part(int from, int to) {
        int first = starts[from];
        return new Sessions(
                items,
                queries,
                Arrays.stream(starts, from, to + 1).map(start -> start - first).toArray(),
                Arrays.copyOfRange(item, first, starts[to]),
                Arrays.copyOfRange(query, first, starts[to]));
    }
}
