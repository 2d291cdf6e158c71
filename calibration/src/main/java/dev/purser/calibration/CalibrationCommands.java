package dev.purser.calibration;

import dev.purser.calibration.check.CheckCommand;
import dev.purser.scenarios.cli.CommandProvider;
import java.time.Clock;
import java.util.List;

/** Adds {@code calibrate} and {@code check} to the command line. */
public final class CalibrationCommands implements CommandProvider {
    @Override
    public List<Object> commands() {
        return List.of(new CalibrateCommand(Clock.systemDefaultZone()), new CheckCommand());
    }
}
