package dev.purser.calibration.models;

import dev.purser.calibration.models.network.sequence.GruCell;
import dev.purser.calibration.models.network.sequence.LstmCell;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import java.util.List;

/** All kinds of model: one line each. */
public final class ModelKinds {
    private static final List<ModelKind> ALL = List.of(
            new Popularity(),
            new Als(),
            new Mlp(),
            new Purchase(),
            new Cnn("cnn", 0),
            new Cnn("cnn-dropout", 0.5),
            new Dlrm(DlrmShapes.RM1),
            new Dlrm(DlrmShapes.RM2),
            new Dlrm(DlrmShapes.RM3),
            new Dlrm(DlrmShapes.WIDE_AND_DEEP),
            new MultiTaskWideAndDeep(),
            new Ncf(),
            new Din(),
            new Dien(),
            new Recurrent("gru", new GruCell()),
            new Recurrent("lstm", new LstmCell()),
            new Transformer(),
            new Gan(),
            new Content(),
            new Fusion());

    private ModelKinds() {}

    /** All kinds, in the order of the documentation. */
    public static List<ModelKind> all() {
        return ALL;
    }

    /** The kinds that can be trained; the others are there to be timed. */
    public static List<ModelKind> trainable() {
        return ALL.stream().filter(kind -> kind.study().trains()).toList();
    }

    /** Names of all kinds. */
    public static List<String> names() {
        return ALL.stream().map(ModelKind::name).toList();
    }

    /**
     * The kind called {@code name}, which {@code place} holds.
     *
     * @throws InputException if there is none
     */
    public static ModelKind named(String name, String place) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new InputException(place + ": got " + Received.of(name) + ", " + Nearest.oneOf(name, names())));
    }
}
