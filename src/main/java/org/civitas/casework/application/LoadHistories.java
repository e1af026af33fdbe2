package org.civitas.casework.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.calendar.WorkCalendars;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.CaseLoading;
import org.civitas.casework.PastCase;
import org.civitas.casework.PastCase.Note;
import org.civitas.casework.PastCase.PastStep;
import org.civitas.casework.domain.CaseCommand;
import org.civitas.casework.domain.CaseLifecycle;
import org.civitas.casework.domain.CasePolicy;
import org.civitas.casework.domain.CaseState;
import org.civitas.casework.domain.CaseStep;
import org.civitas.casework.domain.StepActor;
import org.civitas.casework.domain.StepFacts;
import org.civitas.casework.persistence.CaseFiles;
import org.civitas.casework.persistence.CaseTypes;
import org.civitas.casework.persistence.FeedPositions;
import org.civitas.inspection.FailedObservation;
import org.civitas.inspection.ObservationFeed;
import org.civitas.platform.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over whole histories: each timeline is checked against the life cycle, then written in batches. */
@Service
class LoadHistories implements CaseLoading {

    private static final int BATCH = 1_000;

    private final CaseFiles files;
    private final CaseTypes types;
    private final FeedPositions positions;
    private final ObservationFeed feed;
    private final WorkCalendars calendars;
    private final CaseSettings settings;
    private final AuditTrail audit;

    LoadHistories(
            CaseFiles files,
            CaseTypes types,
            FeedPositions positions,
            ObservationFeed feed,
            WorkCalendars calendars,
            CaseSettings settings,
            AuditTrail audit) {
        this.files = files;
        this.types = types;
        this.positions = positions;
        this.feed = feed;
        this.calendars = calendars;
        this.settings = settings;
        this.audit = audit;
    }

    @Override
    @Transactional
    public void load(Collection<PastCase> cases) {
        WorkingTime calendar = calendars.current();
        CasePolicy policy = settings.policy();
        List<CaseHistory> batch = new ArrayList<>();
        for (PastCase past : cases) {
            batch.add(history(past));
            if (batch.size() == BATCH) {
                files.load(batch, calendar, policy);
                batch.clear();
            }
        }
        files.load(batch, calendar, policy);
        audit.record("case.load", "case", "history", Map.of("cases", cases.size()));
    }

    @Override
    @Transactional
    public void route(String typeCode, String areaCode, UUID unitId) {
        types.need(typeCode);
        types.route(typeCode, areaCode, unitId);
    }

    @Override
    @Transactional
    public void passOverFindings() {
        boolean more = true;
        while (more) {
            List<FailedObservation> findings = feed.after(positions.lock(TakeFindings.CONSUMER), BATCH);
            more = !findings.isEmpty();
            if (more) {
                positions.store(TakeFindings.CONSUMER, findings.getLast().position());
            }
        }
    }

    private static CaseHistory history(PastCase past) {
        List<CaseStep> timeline = new ArrayList<>();
        List<UUID> requests = new ArrayList<>();
        CaseState state = null;
        for (PastStep step : past.steps()) {
            CaseStep next = step(step, timeline.size() + 1, state);
            timeline.add(next);
            requests.add(step.requestId());
            state = next.to();
        }
        return new CaseHistory(past.id(), past.problem(), timeline, requests);
    }

    private static CaseStep step(PastStep past, int seq, @Nullable CaseState from) {
        CaseCommand command = CaseCommand.valueOf(past.command());
        return new CaseStep(
                seq,
                1,
                command,
                from,
                CaseLifecycle.next(from, command),
                past.at(),
                new StepActor(past.accountId(), past.accountName(), past.unitId()),
                past.words(),
                facts(past.note()));
    }

    private static StepFacts facts(Note note) {
        return switch (note) {
            case Note.Plain() -> new StepFacts.Plain();
            case Note.Found found -> new StepFacts.Found(found.pictureNeeded(), found.pictures(), found.sourceId());
            case Note.Dispatched order ->
                new StepFacts.Dispatched(
                        order.leadUnit(), order.coUnits(), order.limit(), order.ruling(), order.pictureNeeded());
            case Note.Refused refused -> new StepFacts.Refused(refused.basis());
            case Note.Assigned down -> new StepFacts.Assigned(down.fromUnit(), down.subUnit(), down.innerDeadline());
            case Note.Mended mended -> new StepFacts.Mended(mended.pictures(), mended.reference());
        };
    }
}
