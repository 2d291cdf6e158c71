package dev.purser.calibration.roofline;

import dev.purser.simulator.units.Nanos;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What models reach on a device, and what becomes of them on a card, as Markdown tables: one row for each model. */
final class DeviceTables {
    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private DeviceTables() {}

    /** On the device itself. */
    static String of(List<OnDevice> known) {
        return "| model | share of the ceiling | fixed time, us | error on the device |\n|---|---|---|---|\n"
                + known.stream().map(each -> "| " + cells(each) + " |\n").collect(Collectors.joining());
    }

    /** Carried over. */
    static String estimated(List<FromDevice> estimates) {
        return "| model | share of the ceiling | fixed time, us | error on the device | largest batch | device, ms | "
                + "estimate, ms | band, ms |\n|---|---|---|---|---|---|---|---|\n"
                + estimates.stream().map(DeviceTables::row).collect(Collectors.joining());
    }

    private static String row(FromDevice estimate) {
        OnDevice known = estimate.known();
        int[] batches = known.batches();
        int largest = batches[batches.length - 1];
        double nanos = estimate.nanos(largest);
        return "| " + cells(known) + " | " + largest + " | "
                + millis(known.entry().law().time().meanNanos(largest), THREE_DIGITS) + " | "
                + millis(nanos, THREE_DIGITS) + " | "
                + millis(nanos / estimate.factor(), TWO_DIGITS) + " to "
                + millis(nanos * estimate.factor(), TWO_DIGITS) + " |\n";
    }

    private static String cells(OnDevice known) {
        return known.entry().model() + " | " + percent(known.share()) + " | "
                + plain(known.line().fixed() / Nanos.MICROSECOND, THREE_DIGITS) + " | "
                + percent(known.meanError());
    }

    private static String millis(double nanos, MathContext digits) {
        return plain(nanos / Nanos.MILLISECOND, digits);
    }

    private static String plain(double value, MathContext digits) {
        return new BigDecimal(value, digits).toPlainString();
    }

    private static String percent(double fraction) {
        return Double.isFinite(fraction) ? String.format(Locale.ROOT, "%.1f %%", 100 * fraction) : "-";
    }
}
