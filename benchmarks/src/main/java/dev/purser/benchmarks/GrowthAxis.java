package dev.purser.benchmarks;

/** What grows while the rest stays at its base. */
enum GrowthAxis {
    HORIZON("horizon") {
        @Override
        GrowthScenario times(double factor, GrowthScenario base) {
            return new GrowthScenario(base.minutes() * factor, base.perSecond(), base.replicas(), base.services());
        }
    },
    RATE("request rate") {
        @Override
        GrowthScenario times(double factor, GrowthScenario base) {
            return new GrowthScenario(base.minutes(), base.perSecond() * factor, base.replicas(), base.services());
        }
    },
    REPLICAS("replicas") {
        @Override
        GrowthScenario times(double factor, GrowthScenario base) {
            int replicas = (int) Math.round(base.replicas() * factor);
            return new GrowthScenario(base.minutes(), base.perSecond(), replicas, base.services());
        }
    },
    SERVICES("services") {
        @Override
        GrowthScenario times(double factor, GrowthScenario base) {
            int services = (int) Math.round(base.services() * factor);
            return new GrowthScenario(base.minutes(), base.perSecond(), base.replicas(), services);
        }
    };

    private final String label;

    GrowthAxis(String label) {
        this.label = label;
    }

    /** In words. */
    String label() {
        return label;
    }

    /** {@code base} with {@code factor} times as much of this. */
    abstract GrowthScenario times(double factor, GrowthScenario base);
}
