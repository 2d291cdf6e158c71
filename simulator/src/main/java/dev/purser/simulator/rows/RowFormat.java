package dev.purser.simulator.rows;

import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * How rows of one kind become bytes and rows again, equal to what they were.
 *
 * @param write writes the cells of a row
 * @param read reads them in the same order
 */
public record RowFormat<E>(BiConsumer<E, RowWriter> write, Function<RowReader, E> read) {}
