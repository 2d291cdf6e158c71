package dev.purser.scenarios.surface;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The content of a file with one state: a mark, the version of this layout, the state's key, the requests it took, its
 * length, a CRC-32C of all else, and the state; numbers big-endian.
 *
 * @param state what is kept
 * @param requests requests that were followed to find it
 */
record StateFile(byte[] state, long requests) {
    /** The letters PURSERSF. */
    private static final long MARK = 0x5055525345525346L;

    private static final int VERSION = 1;
    private static final int KEY_BYTES = 64;
    private static final int CHECKED_BYTES = Long.BYTES + Integer.BYTES + KEY_BYTES + Long.BYTES + Integer.BYTES;
    private static final int HEADER_BYTES = CHECKED_BYTES + Integer.BYTES;

    /** The bytes of the file. */
    byte[] encode(String key) {
        byte[] file = new byte[HEADER_BYTES + state.length];
        ByteBuffer out = ByteBuffer.wrap(file);
        out.putLong(MARK).putInt(VERSION).put(ascii(key)).putLong(requests);
        out.putInt(state.length).putInt(0).put(state);
        out.putInt(CHECKED_BYTES, checksum(file));
        return file;
    }

    /** What {@code file} holds; empty unless it is a whole and sound file of {@code key}. */
    static Optional<StateFile> decode(String key, byte[] file) {
        if (file.length < HEADER_BYTES || ByteBuffer.wrap(file).getInt(CHECKED_BYTES) != checksum(file)) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(file);
        boolean known = in.getLong() == MARK && in.getInt() == VERSION;
        byte[] owner = new byte[KEY_BYTES];
        in.get(owner);
        long requests = in.getLong();
        byte[] state = new byte[file.length - HEADER_BYTES];
        boolean whole = in.getInt() == state.length;
        in.position(HEADER_BYTES).get(state);
        return known && whole && Arrays.equals(owner, ascii(key))
                ? Optional.of(new StateFile(state, requests))
                : Optional.empty();
    }

    private static byte[] ascii(String key) {
        return key.getBytes(StandardCharsets.US_ASCII);
    }

    private static int checksum(byte[] file) {
        CRC32C checksum = new CRC32C();
        checksum.update(file, 0, CHECKED_BYTES);
        checksum.update(file, HEADER_BYTES, file.length - HEADER_BYTES);
        return (int) checksum.getValue();
    }
}
