package org.civitas.casework.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.application.CaseHistory;
import org.civitas.casework.application.CaseRecord;
import org.civitas.casework.domain.CaseClock;
import org.civitas.casework.domain.CaseCommand;
import org.civitas.casework.domain.CaseFile;
import org.civitas.casework.domain.CasePolicy;
import org.civitas.casework.domain.CaseStep;
import org.civitas.casework.domain.CaseSummary;
import org.civitas.casework.domain.StepFacts;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All cases of the city. The timeline is the truth; the row of a case is what follows from it, written with each step so
 * that lists and figures need no replay.
 */
@Repository
public class CaseFiles {

    private static final Set<CaseCommand> MOVING_THE_DEADLINE =
            EnumSet.of(CaseCommand.DISPATCH, CaseCommand.REFUSE, CaseCommand.RECALL, CaseCommand.FAIL);

    private final JdbcClient jdbc;
    private final FileRows files;
    private final StepRows steps;
    private final CycleRows cycles;

    CaseFiles(JdbcClient jdbc, FileRows files, StepRows steps, CycleRows cycles) {
        this.jdbc = jdbc;
        this.files = files;
        this.steps = steps;
        this.cycles = cycles;
    }

    /**
     * Takes a case in hand: nobody else can change it before the transaction ends.
     *
     * @throws NotFound if it does not exist for this scope
     */
    public CaseRecord lock(UUID id, CaseScope scope) {
        String sql = "select c.id, c.number, c.type_code, c.area_code, c.site_id from case_file c where c.id = :id and "
                + scope.condition() + " for update";
        return jdbc.sql(sql)
                .param("id", id)
                .params(scope.params())
                .query((row, n) -> {
                    List<CaseStep> timeline = steps.timeline(id);
                    return new CaseRecord(
                            id,
                            row.getString("number"),
                            row.getString("type_code"),
                            row.getString("area_code"),
                            row.getObject("site_id", UUID.class),
                            CaseFile.rebuild(timeline),
                            timeline);
                })
                .optional()
                .orElseThrow(() -> new NotFound("问题"));
    }

    public void linkSource(UUID sourceId, UUID caseId) {
        jdbc.sql("insert into case_source (source_id, case_id) values (:source, :case) on conflict do nothing")
                .param("source", sourceId)
                .param("case", caseId)
                .update();
    }

    /** Notes whose plan found the problem: until it is dispatched only that office and those above may know of it. */
    public void foundByPlanOf(UUID caseId, String ownerAreaCode) {
        jdbc.sql("update case_file set plan_owner = :owner where id = :id")
                .param("owner", ownerAreaCode)
                .param("id", caseId)
                .update();
    }

    public Optional<UUID> caseOfSource(UUID sourceId) {
        return jdbc.sql("select case_id from case_source where source_id = :source")
                .param("source", sourceId)
                .query(UUID.class)
                .optional();
    }

    /** The open case at a site and check item, the oldest if there are several; locked. */
    public Optional<UUID> openAt(UUID siteId, String checkItemCode) {
        return jdbc.sql("""
                        select id from case_file
                        where site_id = :site and check_item_code = :item
                            and state not in ('CLOSED', 'DISMISSED', 'ANNULLED')
                        order by reported_at limit 1 for update
                        """)
                .param("site", siteId)
                .param("item", checkItemCode)
                .query(UUID.class)
                .optional();
    }

    /** Writes one more step and what follows from it. */
    public CaseRecord append(
            CaseRecord before, CaseStep step, UUID requestId, WorkingTime calendar, CasePolicy policy) {
        List<CaseStep> timeline = new ArrayList<>(before.timeline());
        timeline.add(step);
        CaseSummary after = CaseSummary.of(timeline, calendar, policy);
        steps.append(before.id(), step, after.clock().map(CaseClock::deadlineAt).orElse(null), requestId);
        write(before, after);
        return new CaseRecord(
                before.id(),
                before.number(),
                before.typeCode(),
                before.areaCode(),
                before.siteId(),
                after.file(),
                timeline);
    }

    /** Writes what follows from the timeline anew, when a holiday decree came in. */
    public void renew(CaseRecord file, WorkingTime calendar, CasePolicy policy) {
        write(file, CaseSummary.of(file.timeline(), calendar, policy));
    }

    private void write(CaseRecord before, CaseSummary after) {
        if (!files.update(before.id(), before.file().version(), after)) {
            throw new StaleVersion();
        }
        cycles.write(before.id(), after);
    }

    /** Writes whole histories in batches. */
    public void load(List<CaseHistory> histories, WorkingTime calendar, CasePolicy policy) {
        List<FileRows.Of> rows = new ArrayList<>();
        List<StepRows.Of> stepRows = new ArrayList<>();
        List<CycleRows.Of> cycleRows = new ArrayList<>();
        Iterator<Long> numbers = nextNumbers(histories.size()).iterator();
        for (CaseHistory history : histories) {
            CaseStep first = history.timeline().getFirst();
            CaseSummary summary = CaseSummary.of(history.timeline(), calendar, policy);
            String number = number(first.at(), numbers.next());
            rows.add(new FileRows.Of(history.id(), number, history.problem(), first, summary));
            cycleRows.add(new CycleRows.Of(history.id(), summary));
            stepRows.addAll(steps(history, calendar, policy));
        }
        files.insertAll(rows);
        steps.appendAll(stepRows);
        cycles.writeAll(cycleRows);
        linkSources(histories);
    }

    private static List<StepRows.Of> steps(CaseHistory history, WorkingTime calendar, CasePolicy policy) {
        List<StepRows.Of> rows = new ArrayList<>();
        Instant deadline = null;
        for (int i = 0; i < history.timeline().size(); i++) {
            if (MOVING_THE_DEADLINE.contains(history.timeline().get(i).command())) {
                deadline = CaseClock.of(history.timeline().subList(0, i + 1), calendar, policy)
                        .map(CaseClock::deadlineAt)
                        .orElse(null);
            }
            rows.add(new StepRows.Of(
                    history.id(),
                    history.timeline().get(i),
                    deadline,
                    history.requests().get(i)));
        }
        return rows;
    }

    /** Every observation that found the problem, the first time or again. */
    private void linkSources(List<CaseHistory> histories) {
        List<UUID> sources = new ArrayList<>();
        List<UUID> cases = new ArrayList<>();
        for (CaseHistory history : histories) {
            for (CaseStep step : history.timeline()) {
                if (step.facts() instanceof StepFacts.Found found && found.sourceId() != null) {
                    sources.add(found.sourceId());
                    cases.add(history.id());
                }
            }
        }
        jdbc.sql("""
                        insert into case_source (source_id, case_id)
                        select * from unnest(cast(:sources as uuid[]), cast(:cases as uuid[])) on conflict do nothing
                        """)
                .param("sources", sources.toArray(UUID[]::new))
                .param("cases", cases.toArray(UUID[]::new))
                .update();
    }

    public List<UUID> provisional(int limit) {
        return jdbc.sql("select id from case_file where provisional order by id limit :limit")
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    private List<Long> nextNumbers(int count) {
        return jdbc.sql("select nextval('case_number_seq') from generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list();
    }

    private static String number(Instant at, long next) {
        return "%d-%06d".formatted(at.atZone(WorkingTime.ZONE).getYear(), next);
    }
}
