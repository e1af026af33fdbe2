package org.civitas.inspection.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.civitas.inspection.domain.DrawRecord;
import org.civitas.inspection.domain.DrawRecord.Verification;
import org.civitas.inspection.persistence.Draws;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.web.NotFound;
import org.civitas.site.Sites;
import org.civitas.standard.SiteType;
import org.civitas.standard.SiteTypes;
import org.civitas.territory.Area;
import org.civitas.territory.Areas;
import org.springframework.stereotype.Component;

/** What can be drawn, what was drawn, and whether drawing again gives the same. */
@Component
public class DrawQueries {

    public record NamedCode(String code, String name) {}

    public record CandidateCountView(String siteType, String areaCode, long count) {}

    /** Types × areas with the number of sites in use; {@code areas} begins with the whole area itself. */
    public record CandidateMatrixView(List<NamedCode> types, List<NamedCode> areas, List<CandidateCountView> counts) {}

    public record ExclusionView(UUID siteId, String siteName, String reason) {}

    public record DrawView(
            UUID id,
            int number,
            String seed,
            String algorithm,
            int algorithmVersion,
            String candidatesHash,
            int candidates,
            int neverDrawn,
            boolean preferNeverDrawn,
            int quota,
            int drawn,
            String resultHash,
            List<String> shortfalls,
            List<ExclusionView> exclusions,
            String reason,
            String drawnByName,
            Instant drawnAt) {}

    public record RedrawnSiteView(int rank, UUID siteId, String siteCode, String siteName, String ticket) {}

    public record VerificationView(
            boolean holds,
            boolean candidatesUntouched,
            boolean sameResult,
            String resultHash,
            List<RedrawnSiteView> drawn) {}

    private final PlanAccess access;
    private final Draws draws;
    private final Sites sites;
    private final Areas areas;
    private final SiteTypes siteTypes;
    private final Names names;

    DrawQueries(PlanAccess access, Draws draws, Sites sites, Areas areas, SiteTypes siteTypes, Names names) {
        this.access = access;
        this.draws = draws;
        this.sites = sites;
        this.areas = areas;
        this.siteTypes = siteTypes;
        this.names = names;
    }

    /** @param areaCode must lie in the asker's own area */
    public CandidateMatrixView candidates(CurrentUser user, String areaCode) {
        Area area = areas.byCode(areaCode)
                .filter(a -> user.scope().administers(a.code()))
                .orElseThrow(() -> new NotFound("区域"));
        List<Area> children = areas.children(areaCode);
        Stream<CandidateCountView> whole = counts(areaCode, areaCode.length());
        Stream<CandidateCountView> below = children.isEmpty()
                ? Stream.of()
                : counts(areaCode, children.getFirst().code().length());
        return new CandidateMatrixView(
                siteTypes.all().stream().map(DrawQueries::named).toList(),
                Stream.concat(Stream.of(area), children.stream())
                        .map(a -> new NamedCode(a.code(), a.name()))
                        .toList(),
                Stream.concat(whole, below).toList());
    }

    public List<DrawView> ofPlan(CurrentUser user, UUID planId) {
        access.visible(user, planId);
        Map<String, String> types = names.siteTypes();
        return draws.ofPlan(planId).stream().map(draw -> view(draw, types)).toList();
    }

    /**
     * The candidate list as it was hashed: whoever has it can check the hash and every ticket. For the owner alone even
     * after the release, because it tells which sites had been drawn for other plans, secret ones too.
     */
    public String candidateText(CurrentUser user, UUID planId, UUID drawId) {
        access.own(user, planId);
        return draw(user, planId, drawId).input().candidates().text();
    }

    public VerificationView verify(CurrentUser user, UUID planId, UUID drawId) {
        Verification verification = draw(user, planId, drawId).verify();
        var drawn = verification.result().drawn();
        var found = sites.byIds(drawn.stream().map(site -> site.siteId()).toList());
        return new VerificationView(
                verification.holds(),
                verification.candidatesUntouched(),
                verification.sameResult(),
                verification.resultHash(),
                drawn.stream()
                        .map(site -> {
                            var known = found.get(site.siteId());
                            return new RedrawnSiteView(
                                    site.rank(),
                                    site.siteId(),
                                    known == null ? "" : known.code(),
                                    known == null ? "（已删除）" : known.name(),
                                    site.ticket());
                        })
                        .toList());
    }

    private DrawRecord draw(CurrentUser user, UUID planId, UUID drawId) {
        access.visible(user, planId);
        return draws.byId(planId, drawId).orElseThrow(() -> new NotFound("抽取记录"));
    }

    private Stream<CandidateCountView> counts(String areaCode, int digits) {
        return sites.counts(areaCode, digits).stream()
                .map(count -> new CandidateCountView(count.typeCode(), count.areaCode(), count.count()));
    }

    private DrawView view(DrawRecord draw, Map<String, String> types) {
        var input = draw.input();
        var excluded =
                sites.byIds(input.exclusions().stream().map(e -> e.siteId()).toList());
        return new DrawView(
                draw.id(),
                draw.number(),
                input.seed(),
                draw.algorithm(),
                draw.algorithmVersion(),
                draw.candidatesHash(),
                input.candidates().candidates().size(),
                (int) input.candidates().candidates().stream()
                        .filter(c -> !c.drawnBefore())
                        .count(),
                input.preferNeverDrawn(),
                input.quotas().total(),
                draw.drawnCount(),
                draw.resultHash(),
                draw.shortfalls().stream()
                        .map(s -> s.words(
                                types.getOrDefault(s.cell().siteType(), s.cell().siteType()),
                                names.area(s.cell().areaCode())))
                        .toList(),
                input.exclusions().stream()
                        .map(e -> new ExclusionView(
                                e.siteId(),
                                excluded.containsKey(e.siteId())
                                        ? excluded.get(e.siteId()).name()
                                        : "（已删除）",
                                e.reason()))
                        .toList(),
                draw.reason(),
                draw.drawnByName(),
                draw.drawnAt());
    }

    private static NamedCode named(SiteType type) {
        return new NamedCode(type.code(), type.name());
    }
}
