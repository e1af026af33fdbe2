package org.civitas.casework.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.casework.CaseChannel;
import org.civitas.casework.CaseIntake.Receipt;
import org.civitas.casework.NewCase;
import org.civitas.casework.domain.CaseState;
import org.civitas.casework.domain.StepActor;
import org.civitas.casework.domain.TypeGuess;
import org.civitas.casework.persistence.CaseFiles;
import org.civitas.casework.persistence.CaseScope;
import org.civitas.casework.persistence.CaseTypes;
import org.civitas.casework.persistence.FeedPositions;
import org.civitas.inspection.FailedObservation;
import org.civitas.inspection.FeedPosition;
import org.civitas.inspection.ObservationFeed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns the findings of inspections into cases: one case per observation, in the order in which they were committed.
 *
 * <p>The position moves in the same transaction, and an observation that already has its case is passed over, so running
 * it again changes nothing.
 */
@Component
public class TakeFindings {

    static final String CONSUMER = "inspection.observations";
    private static final int BATCH = 200;
    private static final int LONGEST_DESCRIPTION = 1_000;

    private final ObservationFeed feed;
    private final FeedPositions positions;
    private final OpenCase openCase;
    private final CaseFiles files;
    private final CaseTypes types;
    private final TakeStep takeStep;

    TakeFindings(
            ObservationFeed feed,
            FeedPositions positions,
            OpenCase openCase,
            CaseFiles files,
            CaseTypes types,
            TakeStep takeStep) {
        this.feed = feed;
        this.positions = positions;
        this.openCase = openCase;
        this.files = files;
        this.types = types;
        this.takeStep = takeStep;
    }

    /** Takes the next findings; answers whether there may be more at once. */
    @Transactional
    public boolean takeSome() {
        FeedPosition position = positions.lock(CONSUMER);
        List<FailedObservation> findings = feed.after(position, BATCH);
        if (findings.isEmpty()) {
            return false;
        }
        TypeGuess guess = types.guess();
        findings.forEach(finding -> take(finding, guess));
        positions.store(CONSUMER, findings.getLast().position());
        return findings.size() == BATCH;
    }

    private void take(FailedObservation finding, TypeGuess guess) {
        Optional<UUID> corrected =
                finding.corrects() == null ? Optional.empty() : files.caseOfSource(finding.corrects());
        if (corrected.isPresent()) {
            correct(corrected.get(), finding);
        } else if (!finding.withdrawn()) {
            Receipt receipt = openCase.open(finding.observationId(), problem(finding, guess), finder(finding), true);
            if (!receipt.seenAgain() && finding.planOwner() != null) {
                files.foundByPlanOf(receipt.caseId(), finding.planOwner());
            }
        }
    }

    /** A withdrawn finding asks for annulment; a person of the office confirms it. Other corrections keep the case. */
    private void correct(UUID caseId, FailedObservation finding) {
        files.linkSource(finding.observationId(), caseId);
        CaseRecord before = files.lock(caseId, CaseScope.SYSTEM);
        boolean canBeAnnulled = before.file().annulProposer() == null
                && (before.file().state().isOpen() || before.file().state() == CaseState.CLOSED);
        if (finding.withdrawn() && canBeAnnulled) {
            takeStep.store(
                    before,
                    finder(finding),
                    finding.observationId(),
                    desk -> desk.proposeAnnul("督查更正：该项不是问题。" + finding.faultWords()));
        }
    }

    private static StepActor finder(FailedObservation finding) {
        return new StepActor(ReceiveProblems.NO_ACCOUNT, finding.inspectorName(), null);
    }

    private static NewCase problem(FailedObservation finding, TypeGuess guess) {
        return new NewCase(
                guess.of(finding.faultWords(), finding.checkItemText()).orElse(CaseTypes.OTHER),
                CaseChannel.INSPECTION,
                description(finding),
                finding.areaCode(),
                finding.siteId(),
                finding.siteName(),
                finding.siteType(),
                finding.checkItemCode(),
                finding.checkItemText(),
                "",
                finding.place(),
                finding.pictures(),
                finding.observedAt(),
                finding.observationId(),
                finding.kind().name(),
                finding.anotherSpot());
    }

    private static String description(FailedObservation finding) {
        String words = finding.faultWords().isBlank() ? "不符合：" + finding.checkItemText() : finding.faultWords();
        return words.length() <= LONGEST_DESCRIPTION ? words : words.substring(0, LONGEST_DESCRIPTION);
    }
}
