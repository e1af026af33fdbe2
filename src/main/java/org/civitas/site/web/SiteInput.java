package org.civitas.site.web;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.civitas.shared.GeoPoint;
import org.civitas.site.domain.SiteFacts;
import org.civitas.territory.CoordinateSystem;
import org.jspecify.annotations.Nullable;

/** A site as the form sends it; a new one has no version. */
record SiteInput(
        @NotBlank(message = "请填写点位编号。")
        @Pattern(regexp = "[\\p{L}\\p{N}._/-]{1,40}", message = "点位编号应为不超过 40 位的字母、数字或 . - _ /。")
        String code,

        @NotBlank(message = "请填写点位名称。") @Size(max = 60, message = "点位名称不超过 60 字。")
        String name,

        @NotBlank(message = "请选择点位类型。") String typeCode,
        @NotBlank(message = "请选择所在区划。") String areaCode,
        @Size(max = 120, message = "地址不超过 120 字。") @Nullable String address,

        @NotNull(message = "请填写经度。")
        @DecimalMin(value = "73", message = "经度应在 73 到 136 之间。")
        @DecimalMax(value = "136", message = "经度应在 73 到 136 之间。")
        Double longitude,

        @NotNull(message = "请填写纬度。")
        @DecimalMin(value = "3", message = "纬度应在 3 到 54 之间。")
        @DecimalMax(value = "54", message = "纬度应在 3 到 54 之间。")
        Double latitude,

        @Nullable CoordinateSystem coordinateSystem,
        @Nullable UUID departmentUnitId,
        @Nullable UUID territorialUnitId,
        @Size(max = 60, message = "负责人不超过 60 字。") @Nullable String personInCharge,
        @Size(max = 200, message = "备注不超过 200 字。") @Nullable String note,
        @Nullable Integer version) {

    SiteFacts facts() {
        GeoPoint given = new GeoPoint(longitude, latitude);
        return new SiteFacts(
                code.strip(),
                name.strip(),
                typeCode,
                areaCode,
                words(address),
                coordinateSystem == null ? given : coordinateSystem.toWgs84(given),
                departmentUnitId,
                territorialUnitId,
                words(personInCharge),
                words(note));
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
