package dev.purser.calibration.fit;

import dev.purser.calibration.sweep.MeasuredPoint;
import dev.purser.simulator.hardware.BatchTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The laws a batch sweep is held against, simplest first. */
public enum LawKind {
    /** {@link AffineFit}. */
    AFFINE("affine", AffineFit::fit),
    /** {@link TwoLinesFit}. */
    TWO_LINES("two lines", TwoLinesFit::fit),
    /** {@link TableFit}. */
    TABLE("table", TableFit::fit),
    /** {@link PaddedStepsFit}. */
    PADDED_STEPS("padded steps", PaddedStepsFit::fit);

    /** The kinds that published sweeps are held against: their few sizes do not determine a bend. */
    public static final List<LawKind> OF_PUBLISHED_SWEEPS = List.of(AFFINE, TABLE, PADDED_STEPS);

    private final String label;
    private final Function<List<MeasuredPoint>, Optional<BatchTime>> fit;

    LawKind(String label, Function<List<MeasuredPoint>, Optional<BatchTime>> fit) {
        this.label = label;
        this.fit = fit;
    }

    /** How documents name it. */
    public String label() {
        return label;
    }

    /** The law of this kind through {@code points} (ascending batch sizes); empty if they do not determine one. */
    public Optional<BatchTime> fit(List<MeasuredPoint> points) {
        return fit.apply(points);
    }
}
