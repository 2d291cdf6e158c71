package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Sessions;
import dev.purser.calibration.models.Batch;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What comes after some items of a session: each place of a session that has enough items before it is one sample. Input
 * [samples, window]: numbers of the items before; label: the item, one-hot.
 *
 * @param sessions where the items are from
 * @param window items before
 * @param places where the wanted items stand among the items of all sessions
 */
public record NextItems(Sessions sessions, int window, int[] places) implements Samples {
    /** All places of {@code sessions} with enough items before them. */
    public NextItems(Sessions sessions, int window) {
        this(sessions, window, places(sessions, window));
    }

    private static int[] places(Sessions sessions, int window) {
        return IntStream.range(0, sessions.count())
                .flatMap(
                        session -> IntStream.range(sessions.starts()[session] + window, sessions.starts()[session + 1]))
                .toArray();
    }

    @Override
    public int count() {
        return places.length;
    }

    @Override
    public Batch batch(int[] indices) {
        float[] labels = new float[Math.multiplyExact(indices.length, sessions.items())];
        for (int i = 0; i < indices.length; i++) {
            labels[i * sessions.items() + next(indices[i])] = 1;
        }
        return Batch.of(before(indices), Nd4j.create(labels, new long[] {indices.length, sessions.items()}, 'c'));
    }

    /** Number of the item that sample {@code index} wants. */
    public int next(int index) {
        return sessions.item()[place(index)];
    }

    /** Query before that item. */
    public int query(int index) {
        return sessions.query()[place(index)];
    }

    /** Where the wanted item stands among the items of all sessions. */
    public int place(int index) {
        return places[index];
    }

    /** Writes the items before that item into {@code items}. */
    void copyBefore(int index, int[] items, int from) {
        System.arraycopy(sessions.item(), place(index) - window, items, from, window);
    }

    private INDArray before(int[] indices) {
        int[] items = new int[Math.multiplyExact(indices.length, window)];
        for (int i = 0; i < indices.length; i++) {
            copyBefore(indices[i], items, i * window);
        }
        return Nd4j.createFromArray(items).reshape('c', indices.length, window);
    }
}
