package dev.purser.scenarios.format.tree;

import dev.purser.scenarios.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What comes to light while a file is read: everything that is wrong, and remarks on settings for {@code show}. */
public final class Findings {
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
     * @throws InputException with all problems, if there are any
     */
    public void refuse() {
        if (!clean()) {
            throw new InputException(problems().stream().map(Problem::toString).toList());
        }
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
