package dev.purser.scenarios.format.tree;

import dev.purser.scenarios.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What comes to light while a file is read: everything that is wrong, and remarks on settings for {@code show}. */
public final class Findings {
    private static final int MOST_TOLD = 20;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> remarks = new LinkedHashMap<>();

    /** Notes that {@code message} holds at {@code place}. */
    public void add(Place place, String message) {
        problems.add(new Problem(place, message));
    }

    /** Takes over problems that were found elsewhere. */
    public void addAll(List<Problem> others) {
        problems.addAll(others);
    }

    /** Attaches a remark, such as where facts come from, to the setting at {@code place}. */
    public void remark(Place place, String text) {
        remarks.merge(place.path(), text, (first, second) -> first + "; " + second);
    }

    /** Whether nothing is wrong. */
    public boolean clean() {
        return problems.isEmpty();
    }

    /**
     * Ends what cannot go on if something is wrong.
     *
     * @throws InputException with the problems, if there are any: at most 20, and how many more
     */
    public void refuse() {
        if (!clean()) {
            throw new InputException(told());
        }
    }

    private List<String> told() {
        List<Problem> all = problems();
        List<String> told = new ArrayList<>();
        all.stream().limit(MOST_TOLD).forEach(problem -> told.add(problem.toString()));
        if (all.size() > MOST_TOLD) {
            told.add("and " + (all.size() - MOST_TOLD) + " more");
        }
        return told;
    }

    /** How many problems were noted. */
    public int count() {
        return problems.size();
    }

    /** All problems, each once, in order of file, line and column. */
    public List<Problem> problems() {
        return problems.stream().distinct().sorted().toList();
    }

    /** Remarks by the dotted path of the setting. */
    public Map<String, String> remarks() {
        return Map.copyOf(remarks);
    }
}
