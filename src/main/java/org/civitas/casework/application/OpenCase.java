package org.civitas.casework.application;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.civitas.calendar.WorkCalendars;
import org.civitas.casework.CaseIntake.Receipt;
import org.civitas.casework.NewCase;
import org.civitas.casework.domain.CaseDesk;
import org.civitas.casework.domain.CaseStep;
import org.civitas.casework.domain.StepActor;
import org.civitas.casework.domain.StepFacts;
import org.civitas.casework.persistence.CaseFiles;
import org.civitas.casework.persistence.CaseScope;
import org.civitas.casework.persistence.CaseTypes;
import org.civitas.casework.persistence.StepRows;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.shared.Ids;
import org.civitas.shared.RuleViolation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a case for a problem, or attaches it to the open case of the same spot as 再次发现. */
@Component
public class OpenCase {

    private static final int LONGEST_DESCRIPTION = 1_000;

    private final CaseFiles files;
    private final StepRows steps;
    private final CaseTypes types;
    private final TakeStep takeStep;
    private final CaseSettings settings;
    private final WorkCalendars calendars;
    private final AuditTrail audit;
    private final Clock clock;

    OpenCase(
            CaseFiles files,
            StepRows steps,
            CaseTypes types,
            TakeStep takeStep,
            CaseSettings settings,
            WorkCalendars calendars,
            AuditTrail audit,
            Clock clock) {
        this.files = files;
        this.steps = steps;
        this.types = types;
        this.takeStep = takeStep;
        this.settings = settings;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param accepted true: as a finding of an inspection, at once 待交办; false: 待受理 */
    @Transactional
    public Receipt open(UUID requestId, NewCase problem, StepActor finder, boolean accepted) {
        Optional<UUID> known = steps.caseOfRequest(requestId).or(() -> bySource(problem));
        if (known.isPresent()) {
            return new Receipt(known.get(), files.numberOf(known.get()), false);
        }
        check(problem);
        boolean pictureNeeded = types.need(problem.typeCode()).pictureNeeded();
        StepFacts.Found found = new StepFacts.Found(pictureNeeded, problem.pictures(), problem.sourceId());
        Optional<UUID> open = sameSpot(problem);
        return open.isPresent()
                ? attach(open.get(), requestId, problem, finder, found)
                : create(requestId, problem, finder, found, accepted);
    }

    private Receipt attach(UUID caseId, UUID requestId, NewCase problem, StepActor finder, StepFacts.Found found) {
        CaseRecord before = files.lock(caseId, CaseScope.SYSTEM);
        takeStep.store(before, finder, requestId, desk -> desk.seenAgain(problem.description(), found));
        if (problem.sourceId() != null) {
            files.linkSource(problem.sourceId(), caseId);
        }
        return new Receipt(caseId, before.number(), true);
    }

    private Receipt create(UUID requestId, NewCase problem, StepActor finder, StepFacts.Found found, boolean accepted) {
        CaseDesk desk = CaseDesk.empty(finder, clock.instant().truncatedTo(ChronoUnit.MICROS));
        CaseStep first = accepted ? desk.find(problem.description(), found) : desk.report(problem.description(), found);
        UUID id = Ids.next();
        String number =
                files.open(new CaseOpening(id, problem, first, requestId), calendars.current(), settings.policy());
        audit.record(
                accepted ? "case.find" : "case.report",
                "case",
                id,
                Map.of("number", number, "type", problem.typeCode(), "area", problem.areaCode()));
        return new Receipt(id, number, false);
    }

    private Optional<UUID> bySource(NewCase problem) {
        return problem.sourceId() == null ? Optional.empty() : files.caseOfSource(problem.sourceId());
    }

    private Optional<UUID> sameSpot(NewCase problem) {
        if (problem.anotherSpot() || problem.siteId() == null || problem.checkItemCode() == null) {
            return Optional.empty();
        }
        return files.openAt(problem.siteId(), problem.checkItemCode());
    }

    private static void check(NewCase problem) {
        if (problem.description().isBlank()) {
            throw new RuleViolation("case.report.description-missing", "请写明发现了什么问题。");
        }
        if (problem.description().length() > LONGEST_DESCRIPTION) {
            throw new RuleViolation("case.report.description-long", "问题描述最多 " + LONGEST_DESCRIPTION + " 个字，请写得简短些。");
        }
    }
}
