package dev.purser.calibration.compression;

/** When weights of few bits become 32-bit floats again. */
public enum Widening {
    /** Once, when the model is loaded: small in the file alone. */
    AT_LOAD("widened at load"),
    /** In every call: small in memory too. */
    IN_EACH_CALL("widened in each call"),
    /** Never: the multiplication itself has few bits. */
    NEVER("multiplied as it is");

    private final String text;

    Widening(String text) {
        this.text = text;
    }

    /** For people. */
    String text() {
        return text;
    }
}
