package dev.purser.calibration.data;

import dev.purser.simulator.units.Check;
import java.util.Arrays;

/**
 * Sessions of a shop in the order in which they began. In each, equally many items were taken one after the other, each
 * after a query. Items and queries are numbered from 0.
 *
 * @param items number of items
 * @param queries number of queries
 * @param length items taken in a session
 * @param item the items, session by session
 * @param query the query before each item
 */
public record Sessions(int items, int queries, int length, int[] item, int[] query) {
    /** Checks that the sessions are whole. */
    public Sessions {
        Check.positive(items, "items");
        Check.positive(queries, "queries");
        Check.positive(length, "length");
        Check.that(item.length % length == 0, "items taken", item.length, "must be whole sessions of " + length);
        Check.that(query.length == item.length, "queries asked", query.length, "must be " + item.length);
    }

    /** Number of sessions. */
    public int count() {
        return item.length / length;
    }

    /** Splits by time: the latest sessions, a fraction of all, are held out. */
    public Split<Sessions> splitByTime(double heldOutFraction) {
        Check.fraction(heldOutFraction, "held-out fraction");
        int border = count() - (int) Math.round(count() * heldOutFraction);
        return new Split<>(part(0, border), part(border, count()));
    }

    /** Sessions {@code from} to {@code to}, exclusive. */
    public Sessions part(int from, int to) {
        return new Sessions(
                items,
                queries,
                length,
                Arrays.copyOfRange(item, from * length, to * length),
                Arrays.copyOfRange(query, from * length, to * length));
    }
}
