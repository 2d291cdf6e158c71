package dev.purser.simulator.surface;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Responses by the states they belong to: from memory, from a store, or from a micro-simulation. Each is a function of
 * its key alone (the canonical group and the state, random streams included), so that it is the same wherever it comes
 * from. Used from several threads.
 */
public final class States {
    private final SurfaceStore store;
    private final ConcurrentMap<String, Response> known = new ConcurrentHashMap<>();

    /** Nothing is known yet but what {@code store} keeps. */
    public States(SurfaceStore store) {
        this.store = store;
    }

    /** The response of {@code canonical}, whose text is given, in {@code state}. */
    Response response(Group canonical, String text, State state, boolean scaledOnBusy) {
        String what = "\n" + text + state + " scaled on busy: " + scaledOnBusy;
        String name = HexFormat.of().formatHex(sha256("response " + Response.VERSION + what));
        return known.computeIfAbsent(name, key -> find(key, what, canonical, state, scaledOnBusy));
    }

    private Response find(String key, String what, Group canonical, State state, boolean scaledOnBusy) {
        return store.load(key).map(Response::of).orElseGet(() -> {
            long seed = ByteBuffer.wrap(sha256("response " + Response.DRAWN_FOR + what))
                    .getLong();
            Response response = MicroSimulation.response(canonical, state, seed, scaledOnBusy);
            store.save(key, response.bytes(), response.requests());
            return response;
        });
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
