package dev.purser.calibration;

import dev.purser.calibration.importer.ImportCommand;
import dev.purser.calibration.train.TrainCommand;
import dev.purser.scenarios.cli.CommonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code purser calibrate}: where profiles come from. */
@Command(
        name = "calibrate",
        description = "Makes profiles: how long batches take on a piece of hardware.",
        subcommands = {ImportCommand.class, TrainCommand.class},
        footer = "  ./purser calibrate import measured.csv --help")
public final class CalibrateCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to do: import or train");
    }
}
