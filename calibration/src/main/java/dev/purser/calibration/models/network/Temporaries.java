package dev.purser.calibration.models.network;

import java.util.function.Supplier;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * Native copies of shapes, dimensions, row numbers and other arguments. ND4J makes some for each operation, the native side
 * reads them during it, and nobody gives them back but the garbage collector: 350 of them in one call of {@code gru}, whose
 * references a collection then takes 100 ms to look through.
 */
final class Temporaries {
    private Temporaries() {}

    /** What {@code work} returns; the copies that it makes are given back as soon as it ends. */
    @SuppressWarnings("unchecked") // PointerScope takes classes as an array of a generic type.
    static <T> T within(Supplier<T> work) {
        PointerScope copies = new PointerScope(LongPointer.class, IntPointer.class, DoublePointer.class);
        try {
            return work.get();
        } finally {
            copies.close();
        }
    }
}
