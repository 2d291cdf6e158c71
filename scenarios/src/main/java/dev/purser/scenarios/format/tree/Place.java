package dev.purser.scenarios.format.tree;

/**
 * Where a setting stands.
 *
 * @param file name of the file, as the user would type it
 * @param line line, from 1; 0: the file as a whole
 * @param column column, from 1; 0: the line as a whole
 * @param path dotted path of the setting, such as {@code services.ranking.cache}; empty: the top
 * @param origin where the value comes from if nobody wrote it there, such as {@code default}; else empty
 */
public record Place(String file, int line, int column, String path, String origin) {

    /** A whole file. */
    public static Place ofFile(String file) {
        return new Place(file, 0, 0, "", "");
    }

    /** The setting {@code key} below this one, at the same point of the file. */
    public Place child(String key) {
        return new Place(file, line, column, path.isEmpty() ? key : path + "." + key, origin);
    }

    /** Item {@code index}, from 0, of this list, at the same point of the file. */
    public Place item(int index) {
        return new Place(file, line, column, path + "[" + index + "]", origin);
    }

    /** The same setting at another point of the file. */
    public Place at(int otherLine, int otherColumn) {
        return new Place(file, otherLine, otherColumn, path, origin);
    }

    /** The same setting, filled in from {@code newOrigin}. */
    public Place filledInFrom(String newOrigin) {
        return new Place(file, line, column, path, newOrigin);
    }

    /** Where the value comes from: {@code file:line}, or the origin of a value that was filled in. */
    public String source() {
        return origin.isEmpty() ? file + ":" + line : origin;
    }

    @Override
    public String toString() {
        String point = file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
        return path.isEmpty() ? point : point + " " + path;
    }
}
