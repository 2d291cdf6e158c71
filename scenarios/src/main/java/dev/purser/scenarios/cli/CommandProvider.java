package dev.purser.scenarios.cli;

import java.util.List;

/**
 * Adds commands to {@code purser}. A module names its provider in
 * {@code META-INF/services/dev.purser.scenarios.cli.CommandProvider}; the command is there when the module is on the
 * class path.
 */
public interface CommandProvider {

    /** Objects of classes annotated with picocli's {@code @Command}, each with a {@link CommonOptions} mixin. */
    List<Object> commands();
}
