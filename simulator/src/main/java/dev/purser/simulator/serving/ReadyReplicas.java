package dev.purser.simulator.serving;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The replicas of a service that take attempts, in no meaningful order, with their load in one flat array. */
public final class ReadyReplicas {
    private Replica[] replicas = new Replica[8];
    private int[] outstanding = new int[8];
    private int size;
    private boolean express;
    private @Nullable LoadLevels levels;

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Attempts waiting or in service at replica number {@code index}. */
    public int outstanding(int index) {
        return express ? replicas[index].outstanding() : outstanding[index];
    }

    /** Whether their loads fall without a word: see {@link ExpressLane}. */
    void setExpress(boolean newExpress) {
        express = newExpress;
    }

    /** Those in {@code pool}. */
    int count(String pool) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += replicas[i].pool().equals(pool) ? 1 : 0;
        }
        return count;
    }

    Replica get(int index) {
        return replicas[index];
    }

    /** Adds {@code replica} and returns its index. */
    int add(Replica replica) {
        if (size == replicas.length) {
            replicas = Arrays.copyOf(replicas, size * 2);
            outstanding = Arrays.copyOf(outstanding, size * 2);
        }
        replicas[size] = replica;
        outstanding[size] = replica.outstanding();
        levels = null;
        return size++;
    }

    /** Takes out the one at {@code index}; the last one moves there. */
    void remove(int index) {
        size--;
        levels = null;
        replicas[index] = replicas[size];
        outstanding[index] = outstanding[size];
        replicas[index].moveTo(index);
        replicas[size] = null;
    }

    void setOutstanding(int index, int count) {
        int before = outstanding[index];
        outstanding[index] = count;
        if (levels != null) {
            levels.changed(index, before, count);
        }
    }

    /** The same by load; kept up from the first call on, as long as the same replicas are ready. */
    LoadLevels levels() {
        if (levels == null) {
            levels = new LoadLevels(outstanding, size);
        }
        return levels;
    }
}
