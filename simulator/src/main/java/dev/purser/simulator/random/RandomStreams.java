package dev.purser.simulator.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoRoShiRo128PlusPlus;

/**
 * One random stream per purpose, named like {@code traffic/search/arrivals}. A stream depends on (seed, replication,
 * name) alone, so that two scenarios compared under one seed share every stream they both have. The generator is
 * xoroshiro128++, seeded with the first half of the SHA-256 of that triple.
 */
public final class RandomStreams {
    /** 2^64 over the golden ratio, odd: multiples of it are spread evenly. */
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final long seed;
    private final int replication;
    private final Set<String> handedOut = new HashSet<>();

    /** The streams of one replication under {@code seed}. */
    public RandomStreams(long seed, int replication) {
        this.seed = seed;
        this.replication = replication;
    }

    /**
     * The stream called {@code name}.
     *
     * @throws IllegalStateException if it was handed out before: two users would draw the same numbers
     */
    public UniformRandomProvider stream(String name) {
        if (!handedOut.add(name)) {
            throw new IllegalStateException("random stream " + name + " has an owner already");
        }
        return create(name);
    }

    /** Substream number {@code index} (0 or above) of {@code name}; the same each time it is asked for. */
    public UniformRandomProvider substream(String name, long index) {
        return substreams(name).apply(index);
    }

    /** All substreams of {@code name} by their number, for users of many: the name is hashed once. */
    public LongFunction<UniformRandomProvider> substreams(String name) {
        ByteBuffer hash = hash(name, 1);
        long first = hash.getLong();
        long second = hash.getLong();
        return index -> new XoRoShiRo128PlusPlus(mixed(first + index * GOLDEN), mixed(second ^ mixed(index)));
    }

    private UniformRandomProvider create(String name) {
        ByteBuffer hash = hash(name, 0);
        return new XoRoShiRo128PlusPlus(hash.getLong(), hash.getLong());
    }

    private ByteBuffer hash(String name, int kind) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer key = ByteBuffer.allocate(text.length + 16)
                .putLong(seed)
                .putInt(replication)
                .putInt(kind)
                .put(text);
        return ByteBuffer.wrap(sha256(key.array()));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private static byte[] sha256(byte[] key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
