package dev.purser.reports.document;

import dev.purser.simulator.units.Check;
import java.util.List;

/**
 * A chapter: one entry of the table of contents and of the bookmarks.
 *
 * @param id unique within the document; letters, digits and hyphens
 * @param heading one line
 * @param blocks what it holds
 */
public record Section(String id, String heading, List<Block> blocks) {
    public Section {
        Check.that(id.matches("[a-z][a-z0-9-]*"), "section id", id, "must be lower-case letters, digits and hyphens");
        Check.named(heading, "section heading");
        blocks = List.copyOf(Check.notEmpty(blocks, "blocks of " + heading));
    }
}
