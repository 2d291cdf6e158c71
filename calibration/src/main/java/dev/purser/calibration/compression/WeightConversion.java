package dev.purser.calibration.compression;

/** When weights of few bits become 32-bit floats again. */
public enum WeightConversion {
    /** Once, when the model is loaded: small in the file alone. */
    AT_LOAD("converted at load"),
    /** In every call: small in memory too. */
    IN_EACH_CALL("converted in each call"),
    /** Never: the multiplication itself has few bits. */
    NEVER("computed in 16 bits");

    private final String text;

    WeightConversion(String text) {
        this.text = text;
    }

    /** For people. */
    String text() {
        return text;
    }
}
