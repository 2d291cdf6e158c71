package dev.purser.simulator.experiment;

/**
 * One pipeline or service over one month of the calendar, or what the run holds of it, after warm-up.
 *
 * @param fromNanos start
 * @param untilNanos end
 * @param summary counts and latencies; requests count as offered where they arrive and as ended where they end; no
 *     objective
 */
public record MonthRow(long fromNanos, long untilNanos, LatencySummary summary) {}
