package dev.purser.scenarios.profile;

/** A small sound profile as text, for tests to break. */
final class ProfileText {
    static final String SOUND = """
            {
              "name": "small",
              "version": 1,
              "date": "2026-03-02",
              "source": "a test",
              "entries": [
                {
                  "model": "dlrm-4b",
                  "hardware": "T4",
                  "precision": "FP16",
                  "backend": "tensorrt",
                  "law": {
                    "time": {"table": {"sizes": [1, 64], "nanos": [1000, 5000.5]}},
                    "spread": {"lognormal": {"sigma": 0.1}},
                    "largestBatch": 64,
                    "sharedSpeed": [1.0, 1.5]
                  },
                  "modelBytes": 1000000,
                  "origin": "MEASURED",
                  "fitError": null,
                  "source": "a test"
                }
              ]
            }
            """;

    private ProfileText() {}

    /** The sound text with {@code part}, which must occur once, replaced. */
    static String with(String part, String replacement) {
        int at = SOUND.indexOf(part);
        if (at < 0 || SOUND.indexOf(part, at + 1) >= 0) {
            throw new IllegalArgumentException("must occur once: " + part);
        }
        return SOUND.replace(part, replacement);
    }
}
