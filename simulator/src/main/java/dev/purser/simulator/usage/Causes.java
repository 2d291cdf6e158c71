package dev.purser.simulator.usage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many leases there were and why, in a few words. */
final class Causes {
    private static final int SHOWN = 2;

    private final Map<String, Integer> leasesByCause = new HashMap<>();
    private int leases;

    /** Counts a lease that was started because of {@code cause}. */
    void count(String cause) {
        leases++;
        leasesByCause.merge(cause, 1, Integer::sum);
    }

    int leases() {
        return leases;
    }

    /** Such as {@code 37 leases; scaling of ranking}. */
    String text() {
        List<Map.Entry<String, Integer>> commonestFirst = leasesByCause.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        String shown = commonestFirst.stream().limit(SHOWN).map(this::entry).collect(Collectors.joining(", "));
        int hidden = Math.max(0, commonestFirst.size() - SHOWN);
        String others = hidden == 0 ? "" : ", " + hidden + (hidden == 1 ? " other cause" : " other causes");
        return leases + (leases == 1 ? " lease; " : " leases; ") + shown + others;
    }

    private String entry(Map.Entry<String, Integer> cause) {
        return leasesByCause.size() == 1 ? cause.getKey() : cause.getKey() + " (" + cause.getValue() + ")";
    }
}
