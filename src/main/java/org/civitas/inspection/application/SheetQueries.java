package org.civitas.inspection.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.civitas.inspection.GradeMark;
import org.civitas.inspection.PlanKind;
import org.civitas.inspection.domain.PlanState;
import org.civitas.inspection.persistence.Tasks;
import org.civitas.inspection.persistence.Tasks.TaskFacts;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.civitas.site.Site;
import org.civitas.site.Sites;
import org.civitas.standard.CheckItem;
import org.civitas.standard.CheckItems;
import org.civitas.standard.Editions;
import org.civitas.standard.SiteType;
import org.civitas.standard.SiteTypes;
import org.civitas.standard.UsualFault;
import org.civitas.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sheet an inspector fills in at a site: of his task, or of daily patrol where he has none there. */
@Component
public class SheetQueries {

    public record GradeView(String letter, String meaning) {}

    public record SheetItemView(
            String code,
            String aspect,
            String text,
            String form,
            @Nullable String unit,
            List<GradeView> grades,
            String look,
            String exemption,
            List<String> faults,
            boolean pictureNeeded) {}

    /** @param taskId null for daily patrol */
    public record SheetView(
            @Nullable UUID taskId,
            PlanKind kind,
            String kindName,
            UUID siteId,
            String siteCode,
            String siteName,
            String siteTypeName,
            String route,
            String areaName,
            String address,
            double longitude,
            double latitude,
            List<SheetItemView> items) {}

    private final Tasks tasks;
    private final Sites sites;
    private final SiteTypes siteTypes;
    private final CheckItems checkItems;
    private final Editions editions;
    private final Areas areas;

    SheetQueries(Tasks tasks, Sites sites, SiteTypes siteTypes, CheckItems checkItems, Editions editions, Areas areas) {
        this.tasks = tasks;
        this.sites = sites;
        this.siteTypes = siteTypes;
        this.checkItems = checkItems;
        this.editions = editions;
        this.areas = areas;
    }

    public SheetView ofTask(CurrentUser user, UUID taskId) {
        TaskFacts task = tasks.byId(taskId)
                .filter(t -> user.accountId().equals(t.inspectorId()) && t.planState() == PlanState.UNDER_WAY)
                .orElseThrow(() -> new NotFound("督查任务"));
        Site site = sites.byId(task.siteId()).orElseThrow(() -> new NotFound("点位"));
        return sheet(taskId, task.kind(), task.editionId(), site);
    }

    /** What the QR code at the site opens: his own task there, else patrol. */
    public SheetView ofToken(CurrentUser user, String token) {
        return at(user, sites.byToken(token));
    }

    public SheetView ofSite(CurrentUser user, UUID siteId) {
        return at(user, sites.byId(siteId));
    }

    private SheetView at(CurrentUser user, Optional<Site> found) {
        Site site = found.filter(s -> user.scope().covers(s.areaCode())).orElseThrow(() -> new NotFound("点位"));
        return tasks.openTaskAt(site.id(), user.accountId())
                .map(taskId -> ofTask(user, taskId))
                .orElseGet(() -> sheet(null, PlanKind.PATROL, currentEdition(), site));
    }

    private UUID currentEdition() {
        return editions.current()
                .orElseThrow(() -> new RuleViolation("visit.no-edition", "还没有启用的测评体系，不能记录日常巡查。"))
                .id();
    }

    private SheetView sheet(@Nullable UUID taskId, PlanKind kind, UUID editionId, Site site) {
        Optional<SiteType> type = siteTypes.find(site.typeCode());
        return new SheetView(
                taskId,
                kind,
                kind.label(),
                site.id(),
                site.code(),
                site.name(),
                type.map(SiteType::name).orElse(site.typeCode()),
                type.map(SiteType::route).orElse(""),
                areas.namePath(site.areaCode()),
                site.address(),
                site.position().longitude(),
                site.position().latitude(),
                checkItems.forSiteType(editionId, site.typeCode()).stream()
                        .map(SheetQueries::item)
                        .toList());
    }

    private static SheetItemView item(CheckItem item) {
        return new SheetItemView(
                item.code(),
                item.aspect().word(),
                item.text(),
                item.kind().name(),
                item.unit(),
                grades(item.grades()),
                item.look(),
                item.exemption(),
                item.faults().stream().map(UsualFault::text).toList(),
                item.pictureNeeded());
    }

    private static List<GradeView> grades(List<String> meanings) {
        GradeMark[] marks = GradeMark.values();
        return IntStream.range(0, Math.min(meanings.size(), marks.length))
                .mapToObj(i -> new GradeView(marks[i].letter(), meanings.get(i)))
                .toList();
    }
}
