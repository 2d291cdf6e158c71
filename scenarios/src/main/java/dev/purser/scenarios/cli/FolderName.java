package dev.purser.scenarios.cli;

/** A scenario's name as the name of a folder that every file system takes. */
final class FolderName {
    private FolderName() {}

    /** Letters, digits, points, underscores and hyphens stay; all else becomes a hyphen; no point stands first. */
    static String of(String scenario) {
        String safe = scenario.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceFirst("^[.-]+", "");
        return safe.isEmpty() ? "scenario" : safe;
    }
}
