package dev.purser.calibration.models.study;

/** What columns of the user's tables may mean: the keys of {@code --map}. */
public final class TableMeanings {
    /** For people: the meanings by model, as the study of each reads them. */
    public static final String TEXT = "user, item, weight (popularity, als, gan); session, item, query (gru, lstm, "
            + "transformer); text, category (content). Tables may lack weight, query and category.";

    private TableMeanings() {}
}
