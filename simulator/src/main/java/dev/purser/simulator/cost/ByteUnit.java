package dev.purser.simulator.cost;

/**
 * The two sizes that providers call a gigabyte; a price says which one it means.
 *
 * <p>A price list that prints "GB" often means GiB (AWS and Google Cloud storage among them): the two differ by 7.4 %.
 */
public enum ByteUnit {
    /** 10<sup>9</sup> bytes. */
    GB("GB", 1_000_000_000L),
    /** 2<sup>30</sup> bytes. */
    GIB("GiB", 1L << 30);

    private final String symbol;
    private final long bytes;

    ByteUnit(String symbol, long bytes) {
        this.symbol = symbol;
        this.bytes = bytes;
    }

    /** How it is written. */
    public String symbol() {
        return symbol;
    }

    /** How many bytes it holds. */
    public long bytes() {
        return bytes;
    }
}
