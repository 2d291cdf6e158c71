package dev.purser.calibration.models;

import dev.purser.calibration.models.EmbeddingModel.Tokens;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tables that several configurations of DeepRecSys share: two of 5 million rows and 41 of 500,000, one row of each named. */
final class ManyTables {
    static final int LARGE = 2;
    static final int OTHERS = 41;

    private static final int LARGE_ROWS = 5_000_000;
    private static final int OTHER_ROWS = 500_000;

    private ManyTables() {}

    /** The large tables first, each with one of {@code scale} rows. */
    static List<Tokens> tokens(int scale) {
        return Stream.concat(
                        Collections.nCopies(LARGE, new Tokens(LARGE_ROWS / scale, 1)).stream(),
                        Collections.nCopies(OTHERS, new Tokens(OTHER_ROWS / scale, 1)).stream())
                .toList();
    }

    static String text(int scale) {
        return String.format(
                Locale.ROOT,
                "%d tables of %,d and %d of %,d vectors",
                LARGE,
                LARGE_ROWS / scale,
                OTHERS,
                OTHER_ROWS / scale);
    }
}
