package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Dynamic batching against a second simulation that walks from millisecond to millisecond. */
class BatchingProperties {

    @Property(tries = 300, seed = "20260306", edgeCases = EdgeCasesMode.NONE)
    void latenciesAreThoseOfTheSlowWalk(
            @ForAll int seed,
            @ForAll @IntRange(min = 1, max = 12) int largest,
            @ForAll @IntRange(max = 15) int wait,
            @ForAll boolean preferences,
            @ForAll @IntRange(min = 1, max = 3) int servers,
            @ForAll @IntRange(min = 1, max = 12) int meanGap) {
        Random random = new Random(seed);
        List<Integer> preferred = preferences && largest > 4 ? List.of(2, largest / 2 + 1) : List.<Integer>of();
        Walk walk = new Walk(largest, wait, preferred, servers);
        Station station = new Station();
        station.time = new BatchTime.Affine(3 * Nanos.MILLISECOND, Nanos.MILLISECOND);
        station.spread = new Spread.None();
        station.servers = servers;
        station.batching = new BatchingSpec(largest, wait * Nanos.MILLISECOND, preferred);
        Timeline timeline = new Timeline(station);
        int at = 0;
        for (int i = 0; i < 60; i++) {
            at += random.nextInt(2 * meanGap);
            int samples = 1 + random.nextInt(random.nextInt(10) == 0 ? 3 * largest : (largest + 1) / 2);
            timeline.request(at, samples);
            walk.arrivals.add(new int[] {i, at, samples});
        }
        assertArrayEquals(walk.latencies(), timeline.millis(), 1e-6);
    }

    /** Completions come first in a millisecond, then waits that are over, then arrivals. */
    private static final class Walk {
        private final int largest;
        private final int wait;
        private final List<Integer> preferred;
        private final int[] busyUntil;
        private final List<int[]> arrivals = new ArrayList<>();
        private final Deque<int[]> queue = new ArrayDeque<>();
        private double[] latencies;

        Walk(int largest, int wait, List<Integer> preferred, int servers) {
            this.largest = largest;
            this.wait = wait;
            this.preferred = preferred;
            this.busyUntil = new int[servers];
            Arrays.fill(busyUntil, -1);
        }

        double[] latencies() {
            latencies = new double[arrivals.size()];
            Arrays.fill(latencies, -1);
            for (int now = 0; Arrays.stream(latencies).anyMatch(each -> each < 0); now++) {
                for (int server = 0; server < busyUntil.length; server++) {
                    if (busyUntil[server] == now) {
                        busyUntil[server] = -1;
                        startAll(now);
                    }
                }
                startAll(now);
                for (int[] arrival : arrivals) {
                    if (arrival[1] == now) {
                        queue.add(arrival);
                        startAll(now);
                    }
                }
            }
            return latencies;
        }

        private void startAll(int now) {
            for (int server = 0; server < busyUntil.length; server++) {
                if (busyUntil[server] < 0 && !queue.isEmpty() && sizeAt(now) > 0) {
                    start(server, now, sizeAt(now));
                }
            }
        }

        private int sizeAt(int now) {
            int samples = queue.stream().mapToInt(request -> request[2]).sum();
            if (samples >= largest) {
                return largest;
            }
            int filled = preferred.stream().filter(each -> samples >= each).reduce(0, Math::max);
            boolean waitedEnough = now - queue.peek()[1] >= wait;
            return filled > 0 ? filled : waitedEnough ? largest : 0;
        }

        private void start(int server, int now, int size) {
            List<int[]> batch = new ArrayList<>(List.of(queue.poll()));
            int samples = batch.get(0)[2];
            while (!queue.isEmpty() && samples + queue.peek()[2] <= size) {
                samples += queue.peek()[2];
                batch.add(queue.poll());
            }
            int time = 0;
            for (int left = samples; left > 0; left -= largest) {
                time += 3 + Math.min(left, largest);
            }
            busyUntil[server] = now + time;
            for (int[] request : batch) {
                latencies[request[0]] = now + time - request[1];
            }
        }
    }
}
