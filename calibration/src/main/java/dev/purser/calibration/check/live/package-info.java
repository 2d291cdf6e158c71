/** A real model behind a real dynamic batcher under real load, beside what the simulator says of it. */
@NullMarked
package dev.purser.calibration.check.live;

import org.jspecify.annotations.NullMarked;
