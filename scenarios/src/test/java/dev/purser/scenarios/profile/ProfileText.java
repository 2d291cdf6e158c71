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

    /** The same with all that is optional. */
    static final String MEASURED = SOUND.replace("\"entries\"", """
            "device": {
              "processor": "Some Processor 9000",
              "cores": 2,
              "cacheBytes": {"L1d": 49152, "L3": 33554432},
              "memoryBytes": 25769803776,
              "operatingSystem": "Linux 6.1 amd64",
              "javaMachine": "OpenJDK 17.0.1",
              "nd4j": "unknown",
              "blas": "unknown",
              "ceilings": {"flopsPerSecond": 95e9, "bytesPerSecond": 11.5e9}
            },
            "entries""" + "\"").replace("\"fitError\": null,", """
            "fitError": 0.03,
            "measurement": {
              "size": {"parameters": 535818, "flopsPerSample": 1070000, "bytesPerSample": 3200.5, "bytesPerBatch": 2143272},
              "smallestBatch": 1,
              "worstError": null,
              "spreadFit": {"distance": 0.02, "ownDistance": 0.01, "sharedDistance": 0.03, "tailError": 0.1},
              "calls": [
                {
                  "batch": 64, "threads": 2, "count": 300,
                  "meanNanos": 5000.5, "lowNanos": 4900, "highNanos": 5100,
                  "percentileNanos": {"p50": 4800, "p99.9": 9000}
                }
              ],
              "training": [{"batch": 64, "threads": 1, "samplesPerSecond": 20000}],
              "coldStart": {"processNanos": 400000000, "loadNanos": 90000000, "firstAnswerNanos": 5000000},
              "quality": {"ndcg-at-10": 0.31},
              "redraws": [{"table": {"sizes": [1, 64], "nanos": [1010, 4990]}}]
            },
            """);

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
