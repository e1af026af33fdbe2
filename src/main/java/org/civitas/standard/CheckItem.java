package org.civitas.standard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 检查项 — what an inspector judges at one type of site. The same code means the same check item in every edition.
 *
 * @param code such as 小区-01-02: site type, aspect, number
 * @param unit of a count or a figure, otherwise null
 * @param grades for {@link ObservationKind#GRADE} what A, B, C and C# mean, otherwise empty
 * @param look how to look, such as the length of the path or the minutes
 * @param exemption what does not count; empty when nothing is exempt
 * @param pictureNeeded whether a picture is needed to judge a fault
 * @param requirementCodes the 实地 requirements of the edition that it serves
 */
public record CheckItem(
        String code,
        String siteTypeCode,
        Aspect aspect,
        String text,
        ObservationKind kind,
        @Nullable String unit,
        List<String> grades,
        String look,
        String exemption,
        List<UsualFault> faults,
        boolean pictureNeeded,
        List<String> requirementCodes) {

    public CheckItem {
        grades = List.copyOf(grades);
        faults = List.copyOf(faults);
        requirementCodes = List.copyOf(requirementCodes);
    }

    /** The same item in service of other requirements, as in another edition. */
    public CheckItem serving(List<String> otherRequirements) {
        return new CheckItem(
                code,
                siteTypeCode,
                aspect,
                text,
                kind,
                unit,
                grades,
                look,
                exemption,
                faults,
                pictureNeeded,
                otherRequirements);
    }
}
