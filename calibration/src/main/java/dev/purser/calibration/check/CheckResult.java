package dev.purser.calibration.check;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a check has found.
 *
 * @param text for people
 * @param csv the table, for programs
 * @param svg makes the chart, for which fonts are unpacked
 * @param failure why it is not complete, if it is not
 */
public record CheckResult(String text, String csv, Supplier<String> svg, Optional<String> failure) {}
