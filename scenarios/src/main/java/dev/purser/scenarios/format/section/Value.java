package dev.purser.scenarios.format.section;

import dev.purser.scenarios.format.tree.Node;
import dev.purser.scenarios.format.tree.Place;
import java.util.function.Function;

/**
 * A setting that was read: its value, or the knowledge that it is unusable because a problem was reported.
 *
 * @param <T> type of the value
 */
public final class Value<T> {
    private final Node node;
    private final T value;
    private final boolean usable;

    private Value(Node node, T value, boolean usable) {
        this.node = node;
        this.value = value;
        this.usable = usable;
    }

    /** A value that stands at {@code node}. */
    public static <T> Value<T> of(Node node, T value) {
        return new Value<>(node, value, true);
    }

    /** A setting whose problem was reported. */
    public static <T> Value<T> unusable(Node node) {
        return new Value<>(node, null, false);
    }

    /** The value; throws {@link Unusable} if there is none, which {@link Section#build} understands. */
    public T get() {
        if (!usable) {
            throw new Unusable();
        }
        return value;
    }

    /** Whether {@link #get()} gives a value. */
    public boolean usable() {
        return usable;
    }

    /** Where it stands. */
    public Place place() {
        return node.place();
    }

    /** What it was read from, with defaults filled in. */
    public Node node() {
        return node;
    }

    /** The setting with another form of its value. */
    public <R> Value<R> map(Function<T, R> form) {
        return usable ? of(node, form.apply(value)) : unusable(node);
    }

    Value<T> standingAt(Node otherNode) {
        return new Value<>(otherNode, value, usable);
    }

    /** An exception that says {@code message} of this setting; to be thrown inside {@link Section#build}. */
    public Refusal refused(String message) {
        return new Refusal(node.place(), message);
    }

    /** Marks that a value was asked for whose problem is already known. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable() {
            super("a problem was reported for this setting", null, false, false);
        }
    }
}
