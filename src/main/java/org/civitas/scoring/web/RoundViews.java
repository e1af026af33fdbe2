package org.civitas.scoring.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages of rounds get. Points are printed with two places and add up; {@code exact…} are not rounded. */
final class RoundViews {

    private RoundViews() {}

    record ScoreView(
            BigDecimal got,
            BigDecimal judged,
            BigDecimal full,
            BigDecimal loss,
            BigDecimal exactGot,
            BigDecimal exactJudged,
            BigDecimal exactFull,
            BigDecimal exactLoss,
            @Nullable BigDecimal rate,
            BigDecimal coverage) {}

    record RoundRowView(
            UUID id,
            String name,
            String editionTitle,
            String areaCode,
            String areaName,
            LocalDate firstDay,
            LocalDate lastDay,
            int versionNumber,
            String state,
            String stateWord,
            ScoreView score,
            @Nullable OffsetDateTime publishedAt) {}

    record VersionView(
            int number,
            String state,
            String stateWord,
            String reason,
            ScoreView score,
            @Nullable OffsetDateTime computedAt,
            @Nullable OffsetDateTime publishedAt,
            @Nullable String publishedBy) {}

    /** The published round before this one; {@code rateChange} in percentage points. */
    record PreviousView(
            UUID id, String name, ScoreView score, @Nullable BigDecimal rateChange) {}

    /** Why a step is not possible now; null means it is. */
    record StepsView(
            boolean mayCompute,
            boolean mayPublish,
            @Nullable String whyNotPublish,
            boolean mayCorrect,
            boolean mayDiscard) {}

    /** What is open to the asker: the whole round, an area of it, or the losses of own units. */
    record OpenView(
            boolean whole,
            @Nullable String areaCode,
            @Nullable String areaName,
            boolean unitsOnly) {}

    record RoundView(
            UUID id,
            String name,
            UUID editionId,
            String editionTitle,
            String areaCode,
            String areaName,
            LocalDate firstDay,
            LocalDate lastDay,
            String visitRule,
            String visitRuleWord,
            List<String> kindWords,
            BigDecimal minCoverage,
            int versionNumber,
            int revision,
            String state,
            String stateWord,
            String reason,
            ScoreView score,
            String coverageWords,
            int sitesDrawn,
            int sitesJudged,
            int observations,
            @Nullable OffsetDateTime computedAt,
            @Nullable OffsetDateTime publishedAt,
            @Nullable String publishedBy,
            @Nullable PreviousView previous,
            List<VersionView> versions,
            StepsView steps,
            OpenView open) {}

    record TreeLineView(
            int place,
            String kind,
            String code,
            @Nullable String parentCode,
            String title,
            String rule,
            BigDecimal got,
            BigDecimal judged,
            BigDecimal full,
            BigDecimal loss,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal rateChange) {}

    record TreeView(@Nullable String areaCode, @Nullable String areaName, ScoreView score, List<TreeLineView> lines) {}

    record LossRowView(
            @Nullable String key,
            String name,
            BigDecimal loss,
            BigDecimal exactLoss,
            BigDecimal share,
            int findings,
            int sites) {}

    record LossesView(String by, BigDecimal loss, BigDecimal exactLoss, List<LossRowView> rows) {}

    record PieceView(
            int number,
            BigDecimal loss,
            String criterionCode,
            String criterionTitle,
            String requirementCode,
            String itemCode,
            String itemText,
            @Nullable UUID siteId,
            String siteCode,
            String siteName,
            String typeName,
            String areaName,
            String evidence,
            @Nullable UUID observationId,
            String department,
            String territory) {}

    record TypeScoreView(
            String typeCode, String typeName, int sites, BigDecimal rate, BigDecimal got, BigDecimal loss) {}

    record SiteScoreView(
            UUID siteId,
            String siteCode,
            String siteName,
            String typeName,
            String areaName,
            BigDecimal rate,
            BigDecimal got,
            BigDecimal loss) {}

    @Schema(name = "RequirementScoreView")
    record RequirementView(String code, String rule, List<TypeScoreView> types, List<SiteScoreView> sites) {}

    record EvidenceView(
            UUID observationId,
            UUID visitId,
            OffsetDateTime visitedAt,
            String itemCode,
            String itemText,
            String verdict,
            String verdictWord,
            String faultWords,
            List<UUID> pictures,
            BigDecimal loss,
            boolean correctedLater,
            @Nullable CaseView problem) {}

    /** The case that was made of a finding, as it stands now. */
    @Schema(name = "EvidenceCaseView")
    record CaseView(UUID id, String number, String stateWord) {}

    record SiteEvidenceView(
            UUID siteId,
            String siteCode,
            String siteName,
            String typeName,
            String areaName,
            String department,
            String territory,
            List<EvidenceView> observations) {}

    record AreaScoreView(
            String areaCode,
            String areaName,
            BigDecimal got,
            BigDecimal judged,
            @Nullable BigDecimal rate,
            int sitesJudged,
            BigDecimal loss) {}

    /** An area that a leader covers: figures of the area, in the order of codes, never sorted by loss. */
    record CoveredAreaView(
            String areaCode,
            String areaName,
            String target,
            @Nullable BigDecimal rate,
            BigDecimal loss,
            int findings) {}

    record WorkStartedView(UUID workId) {}

    record RoundCreatedView(UUID id) {}
}
