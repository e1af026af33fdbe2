package org.civitas.demo.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 督查计划 — a plan with its quotas and its draw, which anybody can draw again from what is stored. */
public record StoryPlan(
        UUID id,
        UUID drawId,
        String title,
        String kind,
        LocalDate first,
        LocalDate last,
        String area,
        String state,
        @Nullable Instant releasedAt,
        Actor creator,
        Instant createdAt,
        List<Quota> quotas,
        String seed,
        String candidates,
        int candidateCount,
        List<Drawn> drawn,
        String resultHash) {

    public String candidatesHash() {
        return Drawing.sha256(candidates);
    }

    /** 配额 — how many sites of a type in an area. */
    public record Quota(String siteType, String areaCode, int number) {}

    /** 抽中点位 — a drawn site, for which cell, with rank and ticket. */
    public record Drawn(StorySite site, String cellArea, int rank, String ticket) {}
}
