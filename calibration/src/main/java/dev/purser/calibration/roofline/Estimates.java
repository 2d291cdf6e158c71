package dev.purser.calibration.roofline;

import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.ProfileEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All laws of a profile, carried over to one card.
 *
 * @param ofCards from other cards
 * @param ofDevice from the device it was measured on
 * @param apart what is to be said of those that are not carried over
 */
record Estimates(List<Estimate> ofCards, List<FromDevice> ofDevice, List<String> apart) {
    static Estimates of(Workloads workloads, List<OnDevice> onDevice, Accelerator card) {
        return new Estimates(workloads.estimates(card), FromDevice.estimates(onDevice, card), workloads.apart(card));
    }

    /** What an entry of a profile says of its source: an estimate {@code from} hardware, whose law {@code known} tells the source of. */
    static String source(String from, double factor, String known) {
        return String.format(
                Locale.ROOT,
                "estimated by the roofline from %s, may be off by a factor of %.1f either way; %s",
                from,
                factor,
                known);
    }

    boolean isEmpty() {
        return ofCards.isEmpty() && ofDevice.isEmpty();
    }

    List<ProfileEntry> entries() {
        return Stream.concat(
                        ofCards.stream().map(Estimate::entry), ofDevice.stream().map(FromDevice::entry))
                .toList();
    }

    /** A table of those from cards and one of those from the device, as far as there are any, and what was left out. */
    String text() {
        List<String> tables = new ArrayList<>();
        if (!ofCards.isEmpty()) {
            tables.add(EstimateTables.of(ofCards));
        }
        if (!ofDevice.isEmpty()) {
            tables.add(DeviceTables.estimated(ofDevice));
        }
        if (!apart.isEmpty()) {
            tables.add(apart.stream().map(each -> "left out: " + each + "\n").collect(Collectors.joining()));
        }
        return String.join("\n", tables);
    }
}
