package dev.purser.scenarios.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file a run read.
 *
 * @param role what it was read as, such as {@code scenario} or {@code trace}
 * @param name its path relative to the scenario's folder, with forward slashes
 * @param bytes its size
 * @param sha256 its hash, in hexadecimal
 */
public record InputFile(String role, String name, long bytes, String sha256) {

    /** Reads {@code file}; {@code folder} is the scenario's. */
    public static InputFile read(String role, Path file, Path folder) throws IOException {
        Path relative = folder.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize());
        return new InputFile(role, relative.toString().replace('\\', '/'), Files.size(file), sha256(file));
    }

    /** SHA-256 of the content of {@code file} in hexadecimal. */
    static String sha256(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
