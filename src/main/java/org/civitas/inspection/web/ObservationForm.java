package org.civitas.inspection.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.civitas.inspection.GradeMark;
import org.civitas.inspection.Outcome;
import org.civitas.inspection.domain.ObservationEntry;
import org.civitas.platform.web.BadInput;
import org.civitas.shared.GeoPoint;
import org.jspecify.annotations.Nullable;

/** An observation as the phone sends it; its id is made there (UUID version 7). */
record ObservationForm(
        @NotNull(message = "检查记录缺少标识。") UUID id,

        @NotBlank(message = "检查记录缺少检查项编码。") @Size(max = 60, message = "检查项编码过长。")
        String checkItemCode,

        @NotNull(message = "检查记录缺少判定结果。") Outcome outcome,
        @Nullable String grade,
        @Nullable Integer count,
        @Nullable BigDecimal figure,
        @Nullable List<String> faults,
        @Nullable String remark,
        @Nullable List<UUID> pictures,
        @Nullable Double longitude,
        @Nullable Double latitude,
        boolean anotherSpot,
        @NotNull(message = "检查记录缺少判定时间。") Instant observedAt) {

    ObservationEntry entry() {
        if (figure != null && (figure.precision() > 20 || figure.scale() > 6)) {
            throw new BadInput("figure", "数值的位数过多，小数最多 6 位。");
        }
        return new ObservationEntry(
                id,
                checkItemCode,
                outcome,
                grade == null ? null : GradeMark.of(grade),
                count,
                figure,
                faults == null ? List.of() : faults,
                remark == null ? "" : remark,
                pictures == null ? List.of() : pictures,
                longitude == null || latitude == null ? null : new GeoPoint(longitude, latitude),
                anotherSpot,
                observedAt);
    }
}
