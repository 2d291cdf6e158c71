package dev.purser.calibration.models.network;

import java.nio.LongBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Descriptions of shapes by what they describe. ND4J asks the native side, which keeps all of them for ever, anew for each array, and each
 * answer is one more handle to give back.
 *
 * @param <T> kind of description
 */
final class ShapeCache<T> {
    private final Map<LongBuffer, T> descriptions = new ConcurrentHashMap<>();

    /** The description of what {@code parts} say, one after the other; the first time it is {@code made}, for all scopes. */
    T of(Supplier<T> made, long[]... parts) {
        LongBuffer key = key(parts);
        T known = descriptions.get(key);
        return known != null ? known : descriptions.computeIfAbsent(key, unknown -> ScopedHandles.outside(made));
    }

    /** Lengths go before the parts: [1, 2], [3] is not [1], [2, 3]. */
    private static LongBuffer key(long[]... parts) {
        int length = 0;
        for (long[] part : parts) {
            length += 1 + part.length;
        }
        LongBuffer key = LongBuffer.allocate(length);
        for (long[] part : parts) {
            key.put(part.length).put(part);
        }
        return key.flip();
    }
}
