/** Times models under JMH in processes of their own, and keeps every call. */
package dev.purser.calibration.benchmark;
