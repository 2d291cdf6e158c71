package dev.purser.calibration.roofline;

import dev.purser.scenarios.InputException;
import dev.purser.scenarios.catalogue.Catalogue;
import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.ProfileEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measured laws of a profile on cards of the catalogue, by what they were measured for.
 *
 * @param laws by model, precision and backend; each at least one
 */
record Workloads(List<List<Known>> laws) {
    /**
     * Of {@code profile}. Left out are laws that are estimates themselves, those of the user's own device, whatever it is called,
     * and those not of a card with a known peak.
     */
    static Workloads of(DeviceProfile profile) {
        Map<String, List<Known>> laws = new LinkedHashMap<>();
        for (ProfileEntry entry : profile.entries()) {
            known(entry)
                    .ifPresent(law -> laws.computeIfAbsent(law.workload(), name -> new ArrayList<>())
                            .add(law));
        }
        laws.values()
                .forEach(cards ->
                        cards.sort(Comparator.comparing(law -> law.card().model())));
        return new Workloads(List.copyOf(laws.values()));
    }

    private static Optional<Known> known(ProfileEntry entry) {
        return cards().filter(card -> card.model().equals(entry.hardware()))
                .filter(card -> entry.measurement().isEmpty()
                        && entry.origin() != Origin.ESTIMATED
                        && card.peakFlops().containsKey(entry.precision()))
                .map(card -> new Known(entry, card))
                .findFirst();
    }

    private static Stream<Accelerator> cards() {
        return Catalogue.shipped().accelerators().stream();
    }

    /** Estimates of the workloads whose laws overlap for {@code card}, from its data sheet and the laws on other cards. */
    List<Estimate> estimates(Accelerator card) {
        return others(card)
                .filter(Known::overlap)
                .map(known -> Estimate.of(known, card))
                .toList();
    }

    /** What is to be said of the workloads that are not among the {@link #estimates}. */
    List<String> apart(Accelerator card) {
        return others(card)
                .filter(known -> !Known.overlap(known))
                .map(Known::apart)
                .toList();
    }

    /** By workload the laws on other cards, at a precision for which {@code card} states a peak. */
    private Stream<List<Known>> others(Accelerator card) {
        return laws.stream()
                .filter(known ->
                        card.peakFlops().containsKey(known.get(0).entry().precision()))
                .map(known ->
                        known.stream().filter(law -> !law.card().equals(card)).toList())
                .filter(known -> !known.isEmpty());
    }

    /** Each law estimated from all others of its workload, and from each of them alone, where they overlap. */
    List<LeaveOut> leftOut() {
        List<LeaveOut> leftOut = new ArrayList<>();
        for (List<Known> known : laws) {
            for (Known truth : known) {
                List<Known> others = LeaveOut.without(known, truth);
                others.stream()
                        .filter(one -> Known.overlap(List.of(truth, one)))
                        .forEach(one -> leftOut.add(LeaveOut.of(truth, List.of(one))));
                if (others.size() > 1 && Known.overlap(known)) {
                    leftOut.add(LeaveOut.of(truth, others));
                }
            }
        }
        return leftOut;
    }

    /**
     * The card called {@code name}, which {@code place} holds.
     *
     * @throws InputException if the catalogue has none
     */
    static Accelerator card(String name, String place) {
        return cards().filter(card -> card.model().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException(place + ": got " + Received.of(name) + ", "
                        + Nearest.oneOf(name, cards().map(Accelerator::model).toList())));
    }
}
