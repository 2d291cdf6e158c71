package dev.purser.calibration.models;

import java.util.List;

/**
 * Shapes of recommenders as DeepRecSys configures them (Gupta et al., ISCA 2020; github.com/harvard-acc/DeepRecSys,
 * commit 1383176a463a, models/configs, MIT licence; looked up on 2026-11-22). Its tables have up to 4 million rows, which
 * is more than a desk machine's memory; here they have a 64th of theirs, so that the tables of one model fill 40 to 64 MB,
 * which is still beyond what processors cache.
 */
final class DlrmShapes {
    private static final int SCALE = 64;

    static final DlrmShape RM1 =
            new DlrmShape("dlrm-rm1", List.of(128, 64, 32), 8, 4_000_000 / SCALE, 32, 80, List.of(256, 64, 1));

    static final DlrmShape RM2 =
            new DlrmShape("dlrm-rm2", List.of(256, 128, 64), 32, 500_000 / SCALE, 64, 120, List.of(128, 64, 1));

    static final DlrmShape RM3 = new DlrmShape(
            "dlrm-rm3", List.of(2560, 1024, 256, 32), 10, 2_000_000 / SCALE, 32, 20, List.of(512, 256, 1));

    /** Its features go into the top layers as they are. */
    static final DlrmShape WIDE_AND_DEEP =
            new DlrmShape("wide-and-deep", List.of(512), 27, 1_000_000 / SCALE, 32, 1, List.of(1024, 512, 256, 1));

    private DlrmShapes() {}
}
