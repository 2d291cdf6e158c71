package dev.purser.reports.document;

import dev.purser.simulator.units.Check;
import java.util.Locale;

/**
 * A sentence that must not be overlooked.
 *
 * @param tone what kind of news it is
 * @param label the news in a word or two, so that it never hangs on colour alone
 * @param text the sentence
 */
public record Callout(Tone tone, String label, String text) implements Block {
    public Callout {
        Check.named(label, "label of a callout");
        Check.named(text, "text of a callout");
    }

    /** Kinds of news. */
    public enum Tone {
        GOOD,
        NEUTRAL,
        WARNING;

        /** Name in style sheets. */
        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String template() {
        return "callout";
    }
}
