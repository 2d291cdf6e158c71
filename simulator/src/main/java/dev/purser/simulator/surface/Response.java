package dev.purser.simulator.surface;

import dev.purser.simulator.serving.LatencyDistribution;
import dev.purser.simulator.units.Nanos;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a group answers in one steady state: what a micro-simulation of it found.
 *
 * @param relaxationNanos integrated autocorrelation time of the number of requests in flight: how long the group
 *     remembers; {@code Nanos.NEVER} where it did not become steady, and then nothing else is known
 * @param requests requests the micro-simulation followed
 * @param figures what interpolates, in the order of {@link Layout}
 * @param latencies of the requests of each pipeline, then of the calls of each service
 */
public record Response(long relaxationNanos, long requests, double[] figures, List<LatencyDistribution> latencies) {
    /** Changes with every change of what is kept, or of how it is found. */
    static final int VERSION = 7;

    /** The version that random numbers are drawn for: what a change does not touch stays as it was, to the last digit. */
    static final int DRAWN_FOR = 6;

    public Response {
        latencies = List.copyOf(latencies);
    }

    /** The response of a state that did not become steady. */
    static Response unsteady(long requests) {
        return new Response(Nanos.NEVER, requests, new double[0], List.of());
    }

    /** Whether it became steady. */
    public boolean isSteady() {
        return relaxationNanos != Nanos.NEVER;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(relaxationNanos);
            out.writeLong(requests);
            out.writeInt(figures.length);
            for (double figure : figures) {
                out.writeDouble(figure);
            }
            out.writeInt(latencies.size());
            for (LatencyDistribution latency : latencies) {
                latency.write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Response of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long relaxationNanos = in.readLong();
            long requests = in.readLong();
            double[] figures = new double[in.readInt()];
            for (int i = 0; i < figures.length; i++) {
                figures[i] = in.readDouble();
            }
            int count = in.readInt();
            List<LatencyDistribution> latencies = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                latencies.add(LatencyDistribution.read(in));
            }
            return new Response(relaxationNanos, requests, figures, latencies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
