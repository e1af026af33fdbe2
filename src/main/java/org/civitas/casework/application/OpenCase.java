package org.civitas.casework.application;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.civitas.casework.CaseIntake.Receipt;
import org.civitas.casework.NewCase;
import org.civitas.casework.domain.CaseDesk;
import org.civitas.casework.domain.CaseStep;
import org.civitas.casework.domain.StepActor;
import org.civitas.casework.domain.StepFacts;
import org.civitas.casework.persistence.CaseFiles;
import org.civitas.casework.persistence.CaseScope;
import org.civitas.casework.persistence.CaseTypes;
import org.civitas.casework.persistence.OpeningRows;
import org.civitas.casework.persistence.OpeningRows.Before;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.shared.Ids;
import org.civitas.shared.RuleViolation;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a case for a problem, or attaches it to the open case of the same spot as 再次发现. */
@Component
public class OpenCase {

    private static final int LONGEST_DESCRIPTION = 1_000;

    private final CaseFiles files;
    private final OpeningRows openings;
    private final TakeStep takeStep;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OpenCase(
            CaseFiles files,
            OpeningRows openings,
            TakeStep takeStep,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.openings = openings;
        this.takeStep = takeStep;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param accepted true: as a finding of an inspection, at once 待交办; false: 待受理 */
    public Receipt open(UUID requestId, NewCase problem, StepActor finder, boolean accepted) {
        if (mayBeSeenAgain(problem)) {
            return Objects.requireNonNull(transaction.execute(status -> take(requestId, problem, finder, accepted)));
        }
        try {
            return take(requestId, problem, finder, accepted);
        } catch (DuplicateKeyException sameRequest) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw sameRequest;
            }
            return take(requestId, problem, finder, accepted);
        }
    }

    private Receipt take(UUID requestId, NewCase problem, StepActor finder, boolean accepted) {
        Before before = openings.before(requestId, problem.sourceId(), problem.typeCode());
        if (before.requester() != null && !before.requester().equals(finder.accountId())) {
            throw TakeStep.reused();
        }
        if (before.known() != null && before.number() != null) {
            return new Receipt(before.known(), before.number(), false);
        }
        check(problem);
        if (before.pictureNeeded() == null) {
            throw CaseTypes.unknown(problem.typeCode());
        }
        StepFacts.Found found = new StepFacts.Found(before.pictureNeeded(), problem.pictures(), problem.sourceId());
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
        String number = openings.open(
                new CaseOpening(id, problem, first, requestId),
                audit.clause(
                        accepted ? "case.find" : "case.report",
                        "case",
                        id,
                        Map.of("type", problem.typeCode(), "area", problem.areaCode()),
                        OpeningRows.NUMBER));
        return new Receipt(id, number, false);
    }

    private static boolean mayBeSeenAgain(NewCase problem) {
        return !problem.anotherSpot() && problem.siteId() != null && problem.checkItemCode() != null;
    }

    private Optional<UUID> sameSpot(NewCase problem) {
        return mayBeSeenAgain(problem)
                ? files.openAt(
                        Objects.requireNonNull(problem.siteId()), Objects.requireNonNull(problem.checkItemCode()))
                : Optional.empty();
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
