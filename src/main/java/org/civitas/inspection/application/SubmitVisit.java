package org.civitas.inspection.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.inspection.PlanKind;
import org.civitas.inspection.domain.CheckItemFit;
import org.civitas.inspection.domain.ObservationEntry;
import org.civitas.inspection.domain.PlanState;
import org.civitas.inspection.domain.VisitSubmission;
import org.civitas.inspection.persistence.Tasks;
import org.civitas.inspection.persistence.Tasks.TaskFacts;
import org.civitas.inspection.persistence.Visits;
import org.civitas.inspection.persistence.Visits.StoredVisit;
import org.civitas.inspection.persistence.Visits.VisitFrame;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.civitas.site.Site;
import org.civitas.site.Sites;
import org.civitas.standard.CheckItem;
import org.civitas.standard.CheckItems;
import org.civitas.standard.Editions;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a visit as the phone sends it; the same visit sent again is answered alike and stored once. */
@Service
public class SubmitVisit {

    /** 收执 — what is stored; {@code again} when it was there before. */
    public record Receipt(UUID visitId, Instant receivedAt, int observations, long failed, boolean again) {}

    private final Visits visits;
    private final Tasks tasks;
    private final Sites sites;
    private final CheckItems checkItems;
    private final Editions editions;
    private final VisitPictures pictures;
    private final VisitBurden burden;
    private final Clock clock;

    SubmitVisit(
            Visits visits,
            Tasks tasks,
            Sites sites,
            CheckItems checkItems,
            Editions editions,
            VisitPictures pictures,
            VisitBurden burden,
            Clock clock) {
        this.visits = visits;
        this.tasks = tasks;
        this.sites = sites;
        this.checkItems = checkItems;
        this.editions = editions;
        this.pictures = pictures;
        this.burden = burden;
        this.clock = clock;
    }

    @Transactional
    public Receipt submit(CurrentUser user, VisitSubmission visit) {
        Optional<StoredVisit> stored = visits.byId(visit.visitId());
        if (stored.isPresent()) {
            return sentAgain(stored.get(), user, visit);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        visit.requireNotInFuture(now);
        Site site = site(user, visit);
        VisitFrame frame = visit.taskId() == null ? patrol(user, site) : ofTask(user, site, visit.taskId());
        Map<String, CheckItem> items = items(frame);
        visit.observations().forEach(entry -> require(entry, items));
        pictures.require(user, visit.observations());
        if (!append(visit, frame, items, now)) {
            return sentAgain(visits.byId(visit.visitId()).orElseThrow(), user, visit);
        }
        burden.visited(frame.kind(), site, visit.visitId());
        return receipt(visit, now, false);
    }

    private static Receipt sentAgain(StoredVisit stored, CurrentUser user, VisitSubmission visit) {
        if (!stored.inspectorId().equals(user.accountId())
                || !stored.contentHash().equals(visit.contentHash())) {
            throw new Conflict("visit.differs", "这次检查已经提交过，内容与上次不同；要更正请在“已提交”中逐条更正。");
        }
        return receipt(visit, stored.receivedAt(), true);
    }

    private static Receipt receipt(VisitSubmission visit, Instant receivedAt, boolean again) {
        long failed =
                visit.observations().stream().filter(ObservationEntry::failed).count();
        return new Receipt(visit.visitId(), receivedAt, visit.observations().size(), failed, again);
    }

    private Site site(CurrentUser user, VisitSubmission visit) {
        return sites.byId(visit.siteId())
                .filter(site -> visit.taskId() != null || user.scope().covers(site.areaCode()))
                .orElseThrow(() -> new NotFound("点位"));
    }

    private VisitFrame ofTask(CurrentUser user, Site site, UUID taskId) {
        TaskFacts task = tasks.byId(taskId)
                .filter(t ->
                        user.accountId().equals(t.inspectorId()) && t.siteId().equals(site.id()))
                .orElseThrow(() -> new NotFound("督查任务"));
        if (task.planState() != PlanState.UNDER_WAY) {
            throw new RuleViolation("visit.plan-ended", "这项督查计划现在不在进行中，检查没有提交；请与创建办联系，记录仍保存在手机上。");
        }
        return frame(user, site, task.planId(), task.kind(), task.editionId(), task.ownerAreaCode());
    }

    private VisitFrame patrol(CurrentUser user, Site site) {
        UUID edition = editions.current()
                .orElseThrow(() -> new RuleViolation("visit.no-edition", "还没有启用的测评体系，不能记录日常巡查。"))
                .id();
        return frame(user, site, null, PlanKind.PATROL, edition, user.scope().areaCode());
    }

    private static VisitFrame frame(
            CurrentUser user, Site site, @Nullable UUID planId, PlanKind kind, UUID editionId, String owner) {
        return new VisitFrame(
                planId,
                kind,
                editionId,
                site.id(),
                site.name(),
                site.typeCode(),
                site.areaCode(),
                owner,
                user.accountId(),
                user.name());
    }

    private Map<String, CheckItem> items(VisitFrame frame) {
        return checkItems.forSiteType(frame.editionId(), frame.siteType()).stream()
                .collect(Collectors.toMap(CheckItem::code, Function.identity()));
    }

    private static void require(ObservationEntry entry, Map<String, CheckItem> items) {
        CheckItem item = items.get(entry.checkItemCode());
        if (item == null) {
            throw new RuleViolation("visit.item.unknown", "检查项 " + entry.checkItemCode() + " 不在这个点位的检查表中，请刷新检查表后重新判定。");
        }
        CheckItemFit.require(entry, CheckItemFit.Form.valueOf(item.kind().name()), item.pictureNeeded());
    }

    private boolean append(VisitSubmission visit, VisitFrame frame, Map<String, CheckItem> items, Instant now) {
        try {
            return visits.append(
                    visit,
                    frame,
                    code -> Objects.requireNonNull(items.get(code)).text(),
                    now);
        } catch (DuplicateKeyException e) {
            throw new Conflict("visit.observation.taken", "其中一条检查记录已在另一次检查中提交过，请刷新后重试。");
        }
    }
}
