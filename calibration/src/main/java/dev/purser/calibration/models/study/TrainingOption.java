package dev.purser.calibration.models.study;

/** What the user may ask of a training, if the model takes it. */
public enum TrainingOption {
    /** Number of passes. */
    EPOCHS("--epochs"),
    /** Names of columns of the user's table. */
    COLUMNS("--map"),
    /** A penalty on the sum of absolute weights. */
    L1("--l1"),
    /** A penalty on the sum of squared weights. */
    L2("--l2"),
    /** Hidden units that are left out at random. */
    DROPOUT("--dropout"),
    /** Random changes of images. */
    AUGMENTATION("--augment"),
    /** As many samples of each class. */
    RESAMPLING("--resample"),
    /** Cross-validation. */
    FOLDS("--folds"),
    /** Fake users who push items. */
    FAKE_USERS("--fake-users");

    private final String text;

    TrainingOption(String text) {
        this.text = text;
    }

    /** The option on the command line. */
    public String text() {
        return text;
    }
}
