package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Sessions;
import dev.purser.calibration.models.Batch;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What comes after some items of a session: each place of a session that has enough items before it is one sample. Input
 * [samples, window]: numbers of the items before; label: the item, one-hot.
 *
 * @param sessions where the items are from
 * @param window items before
 */
public record NextItems(Sessions sessions, int window) implements Samples {
    @Override
    public int count() {
        return sessions.count() * perSession();
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
        return index / perSession() * sessions.length() + window + index % perSession();
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

    private int perSession() {
        return sessions.length() - window;
    }
}
