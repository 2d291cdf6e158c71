package dev.purser.simulator.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * One random stream per purpose, named like {@code traffic/search/arrivals}. A stream depends on (seed, replication,
 * name) alone, so that two scenarios compared under one seed share every stream they both have. The generator is
 * xoroshiro128++, seeded with the first half of the SHA-256 of that triple.
 */
public final class RandomStreams {
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
        return create(name, -1);
    }

    /** Substream number {@code index} (0 or above) of {@code name}; the same each time it is asked for. */
    public UniformRandomProvider substream(String name, long index) {
        return create(name, index);
    }

    private UniformRandomProvider create(String name, long index) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer key = ByteBuffer.allocate(text.length + 20)
                .putLong(seed)
                .putInt(replication)
                .putLong(index)
                .put(text);
        ByteBuffer hash = ByteBuffer.wrap(sha256(key.array()));
        return RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {hash.getLong(), hash.getLong()});
    }

    private static byte[] sha256(byte[] key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
