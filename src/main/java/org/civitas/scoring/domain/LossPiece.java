package org.civitas.scoring.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 失分明细 — one attributed part of a loss, with everything that leads to its evidence.
 *
 * <p>All pieces of a round sum to judged − got of its total exactly, in the unit of the total (after weights).
 *
 * @param number counts the pieces of a round from 1 in an order that does not hang on the order of reading
 * @param place where it was found; null for what was not judged at a site
 * @param evidenceId the observation, the fact or the event
 * @param department unit of the 条 line that is charged; null is 无责任单位
 * @param territory unit of the 块 line that is charged; null is 无责任单位
 * @param nanos the loss in integers of 10⁻⁹ points, above 0
 */
public record LossPiece(
        int number,
        String requirementCode,
        String criterionCode,
        @Nullable Place place,
        Evidence evidence,
        UUID evidenceId,
        @Nullable UUID department,
        @Nullable UUID territory,
        long nanos) {

    /** 失分处 — the site, the visit and the check item. */
    public record Place(String itemCode, UUID siteId, String typeCode, String areaCode, UUID visitId) {}

    /** 失分证据 — what kind of record carries the loss. */
    public enum Evidence {
        OBSERVATION("现场观察"),
        FIGURE("指标数值"),
        ESTIMATE("问卷结果"),
        MARK("评审分"),
        CONDITION("条件核对"),
        EVENT("负面事件");

        private final String word;

        Evidence(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Evidence of(EnteredFact fact) {
            return switch (fact) {
                case EnteredFact.Figure ignored -> FIGURE;
                case EnteredFact.Estimate ignored -> ESTIMATE;
                case EnteredFact.Mark ignored -> MARK;
                case EnteredFact.Condition ignored -> CONDITION;
            };
        }
    }

    /** The observation that carries it; null where something else does. */
    public @Nullable UUID observationId() {
        return evidence == Evidence.OBSERVATION ? evidenceId : null;
    }

    public @Nullable String itemCode() {
        return place == null ? null : place.itemCode;
    }

    public @Nullable UUID siteId() {
        return place == null ? null : place.siteId;
    }

    public @Nullable String typeCode() {
        return place == null ? null : place.typeCode;
    }

    public @Nullable String areaCode() {
        return place == null ? null : place.areaCode;
    }

    public @Nullable UUID visitId() {
        return place == null ? null : place.visitId;
    }

    LossPiece numbered(int other) {
        return number == other
                ? this
                : new LossPiece(
                        other,
                        requirementCode,
                        criterionCode,
                        place,
                        evidence,
                        evidenceId,
                        department,
                        territory,
                        nanos);
    }

    LossPiece of(long other) {
        return new LossPiece(
                number, requirementCode, criterionCode, place, evidence, evidenceId, department, territory, other);
    }

    /** The same carrier for the loss of another requirement. */
    LossPiece of(Requirement requirement, long other) {
        return new LossPiece(
                number,
                requirement.code(),
                requirement.criterionCode(),
                place,
                evidence,
                evidenceId,
                department,
                territory,
                other);
    }
}
