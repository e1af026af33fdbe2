package org.civitas.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.civitas.shared.RuleViolation;

/**
 * 区划代码 — 4, 6, 9, 12 or 15 digits; a code starts with the code of the area it lies in.
 *
 * <p>So "lies within" is a comparison of texts, in Java as in SQL.
 */
public record AreaCode(String value) {

    public AreaCode {
        if (!isWellFormed(value)) {
            throw new RuleViolation(
                    "area.code.malformed", "区划代码“" + value + "”不对：应为 4、6、9、12 或 15 位数字（市、区县、街道乡镇、社区村、小区网格）。");
        }
    }

    public static boolean isWellFormed(String value) {
        return AreaLevel.ofDigits(value.length()).isPresent() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    public AreaLevel level() {
        return AreaLevel.ofDigits(value.length()).orElseThrow();
    }

    /** The code of the area above, nothing for a city. */
    public Optional<AreaCode> parent() {
        return level().above().map(above -> new AreaCode(value.substring(0, above.digits())));
    }

    /** This code and all above it, the most specific first. */
    public List<AreaCode> upwards() {
        List<AreaCode> line = new ArrayList<>();
        for (Optional<AreaCode> at = Optional.of(this);
                at.isPresent();
                at = at.get().parent()) {
            line.add(at.get());
        }
        return line;
    }

    /** True for the same area and for every area inside {@code other}. */
    public boolean isWithin(AreaCode other) {
        return value.startsWith(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
