package org.civitas.site.domain;

import java.util.UUID;
import java.util.regex.Pattern;
import org.civitas.shared.GeoPoint;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** 点位登记内容 — what people enter about a site; the position already in WGS-84. */
public record SiteFacts(
        String code,
        String name,
        String typeCode,
        String areaCode,
        String address,
        GeoPoint position,
        @Nullable UUID departmentUnitId,
        @Nullable UUID territorialUnitId,
        String personInCharge,
        String note) {

    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");

    public SiteFacts {
        if (holdsMobileNumber(personInCharge) || holdsMobileNumber(note)) {
            throw new RuleViolation("site.personal-number", "点位不登记个人手机号码，请删去号码，只写姓名或职务。");
        }
    }

    public static boolean holdsMobileNumber(String words) {
        return MOBILE.matcher(words).find();
    }
}
