package org.faceunlock.cli;

import java.util.Optional;
import org.faceunlock.evaluate.ThresholdRule;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What a command lets its user say about the threshold to choose. */
final class RuleOptions {

    @ArgGroup
    private Choice choice = new Choice();

    /** One of these. */
    static final class Choice {

        @Option(names = "--target-fmr", paramLabel = "RATE", converter = TargetConverter.class,
                description = "Choose the least strict threshold whose FMR is at most that (default: 0.001).")
        private Optional<ThresholdRule> target = Optional.empty();

        @Option(names = "--equal-error", description = "Choose the threshold where FMR and FNMR meet.")
        private boolean equalError;

        @Option(names = "--cost-ratio", paramLabel = "N", converter = CostConverter.class,
                description = "Choose the least cost, where a false match is as bad as N false non-matches.")
        private Optional<ThresholdRule> cost = Optional.empty();
    }

    /** A rate as a user types it. */
    static final class TargetConverter implements ITypeConverter<ThresholdRule> {
        @Override
        public ThresholdRule convert(String value) {
            return ThresholdRule.targetFmr(Double.parseDouble(value));
        }
    }

    /** A ratio as a user types it. */
    static final class CostConverter implements ITypeConverter<ThresholdRule> {
        @Override
        public ThresholdRule convert(String value) {
            return ThresholdRule.costRatio(Double.parseDouble(value));
        }
    }

    ThresholdRule rule() {
        return choice.equalError ? ThresholdRule.equalError()
                : choice.target.or(() -> choice.cost).orElseGet(() -> ThresholdRule.targetFmr(0.001));
    }
}
