package dev.purser.reports.text;

import java.util.List;
import java.util.Locale;

/** Small matters of English. */
public final class Words {
    private Words() {}

    /** {@code a, b and c}. */
    public static String joined(List<String> items) {
        int last = items.size() - 1;
        return last <= 0
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    /** {@code 1 decision}, {@code 1,200 decisions}. */
    public static String counted(long count, String noun) {
        return Numbers.count(count) + Numbers.SPACE + noun + (count == 1 ? "" : "s");
    }

    /** {@code Hardware} for {@code HARDWARE}. */
    public static String title(Enum<?> constant) {
        String name = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
