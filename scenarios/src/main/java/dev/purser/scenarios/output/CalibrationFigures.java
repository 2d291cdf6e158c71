package dev.purser.scenarios.output;

import dev.purser.simulator.experiment.Quantity.Kind;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** How the figures of replicates are called and written in files. */
final class CalibrationFigures {
    private static final int PLACES = 6;
    private static final int SMALL_PLACES = 10;
    private static final int MILLI_PLACES = 3;
    private static final int SHARE_PLACES = 9;

    private static final Map<Kind, String> KEYS = new EnumMap<>(Map.of(
            Kind.EFFECTIVE_COST, "effective",
            Kind.BILLED_COST, "billed",
            Kind.COST_PER_THOUSAND, "per_1000_answered_requests",
            Kind.P50, "p50_ms",
            Kind.P95, "p95_ms",
            Kind.P99, "p99_ms",
            Kind.FAILED_SHARE, "failed_share",
            Kind.REPLICA_HOURS, "replica_hours"));

    private CalibrationFigures() {}

    /** Its name in columns and keys. */
    static String key(Kind kind) {
        return KEYS.get(kind);
    }

    /** A number; {@code missed} among requests without an answer; empty where there is none. */
    static String text(double value, Kind kind) {
        if (Double.isFinite(value)) {
            return number(value, kind).toPlainString();
        }
        return Double.isNaN(value) ? "" : "missed";
    }

    /** A number, {@code "missed"}, or null. */
    static Object json(double value, Kind kind) {
        if (Double.isFinite(value)) {
            return Figures.plain(number(value, kind));
        }
        return Double.isNaN(value) ? null : "missed";
    }

    private static BigDecimal number(double value, Kind kind) {
        if (kind.latency()) {
            return Figures.rounded(value / 1e6, MILLI_PLACES);
        }
        return Figures.rounded(value, places(kind));
    }

    private static int places(Kind kind) {
        if (kind == Kind.COST_PER_THOUSAND) {
            return SMALL_PLACES;
        }
        return kind == Kind.FAILED_SHARE ? SHARE_PLACES : PLACES;
    }
}
