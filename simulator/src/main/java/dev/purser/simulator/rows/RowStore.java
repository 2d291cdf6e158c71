package dev.purser.simulator.rows;

import java.util.function.Supplier;

/** Where a run puts rows that nobody reads before it is over, so that they need not stay in memory. */
@FunctionalInterface
public interface RowStore {
    /** In memory after all: for runs that are short. */
    RowStore IN_MEMORY = block -> () -> block;

    /** Nowhere: for rows that nobody reads. */
    RowStore NOWHERE = block -> () -> {
        throw new IllegalStateException("these rows were not kept");
    };

    /**
     * Keeps {@code block}, which is nobody's any more. Several runs may call it at a time.
     *
     * @return reads the same bytes, any number of times and on any thread, as long as the store is open
     */
    Supplier<byte[]> keep(byte[] block);
}
