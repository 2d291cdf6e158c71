package dev.purser.reports.document;

import dev.purser.simulator.units.Check;
import java.util.List;

/**
 * A report before it has a form: HTML and PDF are made of the same document. All text is plain; whoever renders it
 * escapes it.
 *
 * @param language language of the text, as in BCP 47, such as {@code en}
 * @param title one line
 * @param subtitle one line below it
 * @param summary what it says in one sentence; also the description in the file's metadata
 * @param generator what made it, such as {@code Purser 0.1.0}
 * @param cover what stands on the cover, below the summary
 * @param sections the body
 */
public record Document(
        String language,
        String title,
        String subtitle,
        String summary,
        String generator,
        List<Block> cover,
        List<Section> sections) {
    public Document {
        Check.named(language, "language");
        Check.named(title, "title");
        Check.named(summary, "summary");
        cover = List.copyOf(cover);
        sections = List.copyOf(Check.notEmpty(sections, "sections"));
    }
}
