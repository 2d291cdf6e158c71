package dev.purser.calibration.models.network;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.InputException;
import org.junit.jupiter.api.Test;

class NativesTest {
    @Test
    void loadHere() {
        assertDoesNotThrow(() -> Natives.require());
    }

    @Test
    void missingLibraryIsTheUsersToMend() {
        Runnable broken = () -> {
            throw new ExceptionInInitializerError(new UnsatisfiedLinkError("no jnind4jcpu in java.library.path"));
        };
        String message = assertThrows(InputException.class, () -> Natives.require(broken))
                .getMessage();
        assertTrue(message.startsWith("ND4J: got no native library that loads on "), message);
        assertTrue(message.endsWith("reason: no jnind4jcpu in java.library.path"), message);
    }
}
