package dev.purser.simulator.traffic;

import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.time.Calendar;

/**
 * What an arrival process is made from besides its own settings.
 *
 * @param name name of the pipeline, in the names of its random streams
 * @param calendar civil time
 * @param horizonNanos length of the run
 * @param streams random streams of the run
 */
public record TrafficContext(String name, Calendar calendar, long horizonNanos, RandomStreams streams) {
    String stream(String purpose) {
        return "traffic/" + name + "/" + purpose;
    }
}
