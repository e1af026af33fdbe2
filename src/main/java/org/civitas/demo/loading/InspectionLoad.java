package org.civitas.demo.loading;

import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.civitas.demo.story.Item;
import org.civitas.demo.story.StoryObservation;
import org.civitas.demo.story.StoryPlan;
import org.civitas.demo.story.StorySite;
import org.civitas.demo.story.StoryTask;
import org.civitas.demo.story.StoryVisit;
import org.jspecify.annotations.Nullable;

/** Plans, draws, tasks, visits and observations, by COPY into inspection's tables. */
final class InspectionLoad {

    private final UUID edition;
    private final CopyTable plans = new CopyTable(
            "inspection_plan",
            "id",
            "title",
            "kind",
            "edition_id",
            "first_day",
            "last_day",
            "area_code",
            "owner_area_code",
            "prefer_never_drawn",
            "state",
            "released_at",
            "created_by",
            "created_by_name",
            "created_at",
            "version");
    private final CopyTable quotas = new CopyTable("plan_quota", "plan_id", "site_type", "area_code", "number");
    private final CopyTable draws = new CopyTable(
            "plan_draw",
            "id",
            "plan_id",
            "draw_no",
            "seed",
            "algorithm",
            "algorithm_version",
            "candidates",
            "candidates_hash",
            "candidate_count",
            "quotas",
            "exclusions",
            "prefer_never_drawn",
            "shortfalls",
            "drawn_count",
            "result_hash",
            "reason",
            "drawn_by",
            "drawn_by_name",
            "drawn_at");
    private final CopyTable tasks = new CopyTable(
            "inspection_task",
            "id",
            "plan_id",
            "draw_id",
            "rank",
            "ticket",
            "cell_area",
            "site_id",
            "site_code",
            "site_name",
            "site_type",
            "area_code",
            "address",
            "longitude",
            "latitude",
            "inspector_id",
            "inspector_name",
            "state",
            "state_note",
            "visit_id",
            "done_at",
            "version");
    private final CopyTable visits = new CopyTable(
            "visit",
            "id",
            "plan_id",
            "task_id",
            "kind",
            "edition_id",
            "site_id",
            "site_name",
            "site_type",
            "area_code",
            "owner_area_code",
            "inspector_id",
            "inspector_name",
            "started_at",
            "ended_at",
            "received_at",
            "remark",
            "content_hash");
    private final CopyTable observations = new CopyTable(
            "observation",
            "id",
            "epoch",
            "visit_id",
            "plan_id",
            "kind",
            "edition_id",
            "site_id",
            "site_name",
            "site_type",
            "area_code",
            "owner_area_code",
            "check_item_code",
            "check_item_text",
            "outcome",
            "grade",
            "counted",
            "figure",
            "failed",
            "faults",
            "remark",
            "fault_words",
            "pictures",
            "longitude",
            "latitude",
            "another_spot",
            "observed_at",
            "visited_at",
            "inspector_id",
            "inspector_name");

    InspectionLoad(UUID edition) {
        this.edition = edition;
    }

    void plan(StoryPlan plan) {
        plans.row(
                plan.id(),
                plan.title(),
                plan.kind(),
                edition,
                plan.first(),
                plan.last(),
                plan.area(),
                plan.area(),
                false,
                plan.state(),
                plan.releasedAt(),
                plan.creator().accountId(),
                plan.creator().name(),
                plan.createdAt(),
                2);
        StringBuilder cells = new StringBuilder("[");
        for (StoryPlan.Quota quota : plan.quotas()) {
            quotas.row(plan.id(), quota.siteType(), quota.areaCode(), quota.number());
            cells.append(cells.length() > 1 ? "," : "");
            cells.append("{\"siteType\":\"%s\",\"areaCode\":\"%s\",\"number\":%d}"
                    .formatted(quota.siteType(), quota.areaCode(), quota.number()));
        }
        draws.row(
                plan.drawId(),
                plan.id(),
                1,
                plan.seed(),
                "SHA256-TICKET",
                1,
                plan.candidates(),
                plan.candidatesHash(),
                plan.candidateCount(),
                cells.append("]"),
                "[]",
                false,
                "[]",
                plan.drawn().size(),
                plan.resultHash(),
                "",
                plan.creator().accountId(),
                plan.creator().name(),
                plan.createdAt().plusSeconds(600));
    }

    void task(StoryTask task) {
        StorySite site = task.drawn().site();
        tasks.row(
                task.id(),
                task.plan().id(),
                task.plan().drawId(),
                task.drawn().rank(),
                task.drawn().ticket(),
                task.drawn().cellArea(),
                site.id(),
                site.spot().code(),
                site.spot().name(),
                site.type(),
                site.spot().areaCode(),
                site.spot().address(),
                site.spot().at().x,
                site.spot().at().y,
                task.inspector().accountId(),
                task.inspector().name(),
                task.state(),
                task.note(),
                task.visitId(),
                task.doneAt(),
                task.state().equals("OPEN") ? 0 : 1);
    }

    void visit(StoryVisit visit) {
        StorySite site = visit.site();
        visits.row(
                visit.id(),
                visit.planId(),
                visit.taskId(),
                visit.kind(),
                edition,
                site.id(),
                site.spot().name(),
                site.type(),
                site.spot().areaCode(),
                visit.ownerArea(),
                visit.inspector().accountId(),
                visit.inspector().name(),
                visit.startedAt(),
                visit.endedAt(),
                visit.endedAt().plusSeconds(40),
                "",
                visit.contentHash());
        visit.observations().forEach(each -> observation(visit, each));
    }

    private void observation(StoryVisit visit, StoryObservation each) {
        StorySite site = visit.site();
        List<String> faults = each.faults().stream().map(Item.Fault::text).toList();
        List<UUID> pictures = each.picture() == null ? List.of() : List.of(each.picture());
        observations.row(
                each.id(),
                1,
                visit.id(),
                visit.planId(),
                visit.kind(),
                edition,
                site.id(),
                site.spot().name(),
                site.type(),
                site.spot().areaCode(),
                visit.ownerArea(),
                each.item().code(),
                each.item().text(),
                each.outcome(),
                each.grade(),
                each.count(),
                each.figure(),
                each.failed(),
                faults,
                "",
                each.faultWords(),
                pictures,
                place(each, site.spot().at().x),
                place(each, site.spot().at().y),
                false,
                each.at(),
                visit.endedAt(),
                visit.inspector().accountId(),
                visit.inspector().name());
    }

    /** Only a finding has a place. */
    private static @Nullable Double place(StoryObservation observation, double degrees) {
        return observation.failed() ? degrees : null;
    }

    long observations() {
        return observations.count();
    }

    /** What has gathered, in the order in which it must be sent. */
    List<Consumer<Connection>> cut() {
        return Stream.of(plans, quotas, draws, tasks, visits, observations)
                .map(CopyTable::cut)
                .toList();
    }
}
