package dev.purser.simulator.experiment;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Measurement;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.units.Check;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The laws a scenario uses, by whether they carry redraws ({@link Measurement#redraws()}). Replicate i of a scenario has
 * the i-th redraw of every law that carries some; equal laws have equal redraws.
 *
 * @param covered with redraws
 * @param notCovered without: imported, estimated, or written by hand
 */
public record LawReplicates(List<ProfileEntry> covered, List<ProfileEntry> notCovered) {
    public LawReplicates {
        covered = List.copyOf(covered);
        notCovered = List.copyOf(notCovered);
    }

    /** Those of {@code entries}. */
    public static LawReplicates of(Collection<ProfileEntry> entries) {
        return new LawReplicates(
                entries.stream().filter(entry -> !redraws(entry).isEmpty()).toList(),
                entries.stream().filter(entry -> redraws(entry).isEmpty()).toList());
    }

    /** The covered law with the fewest redraws says how many replicates there are; 0 if none is covered. */
    public int available() {
        return covered.stream().mapToInt(entry -> redraws(entry).size()).min().orElse(0);
    }

    /** {@code scenario} with the redraws number {@code replicate}, from 0, in place of their laws. */
    ScenarioSpec replicate(ScenarioSpec scenario, int replicate) {
        Check.that(replicate < available(), "replicate", replicate, "must be below " + available());
        Map<ServiceTimeLaw, ServiceTimeLaw> redrawn = new HashMap<>();
        covered.forEach(entry -> redrawn.putIfAbsent(
                entry.law(), entry.law().withTime(redraws(entry).get(replicate))));
        return scenario.withServices(scenario.services().stream()
                .map(service -> service.withLaws(laws(service, redrawn)))
                .toList());
    }

    private static Map<String, ServiceTimeLaw> laws(ServiceSpec service, Map<ServiceTimeLaw, ServiceTimeLaw> redrawn) {
        Map<String, ServiceTimeLaw> laws = new LinkedHashMap<>();
        service.lawByPool().forEach((pool, law) -> laws.put(pool, redrawn.getOrDefault(law, law)));
        return laws;
    }

    private static List<BatchTime> redraws(ProfileEntry entry) {
        return entry.measurement().map(Measurement::redraws).orElse(List.of());
    }
}
