package dev.purser.calibration.check.live;

/**
 * What was measured at one load, beside what the simulator says of the same requests.
 *
 * @param load share of the measured capacity
 * @param offeredPerSecond requests sent per second
 * @param measured of the real server
 * @param predicted from the profile's law and the server's own cost
 * @param predictedNow from calls timed between the loads instead of the profile's law
 */
record LivePoint(double load, double offeredPerSecond, Answers measured, Answers predicted, Answers predictedNow) {}
