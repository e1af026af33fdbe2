package org.civitas.casework.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.civitas.casework.persistence.CaseFiles;
import org.civitas.casework.persistence.CaseTypes;
import org.civitas.casework.persistence.FeedPositions;
import org.civitas.inspection.FailedObservation;
import org.civitas.inspection.FeedPosition;
import org.civitas.inspection.ObservationFeed;
import org.civitas.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Feeds findings by hand. */
public class FindingsUnderTest {

    private final List<FailedObservation> coming = new ArrayList<>();
    private final TakeFindings take;
    private final TransactionTemplate transaction;

    FindingsUnderTest(
            FeedPositions positions,
            OpenCase openCase,
            CaseFiles files,
            CaseTypes types,
            TakeStep takeStep,
            TransactionTemplate transaction) {
        this.take = new TakeFindings(new ByHand(), positions, openCase, files, types, takeStep);
        this.transaction = transaction;
    }

    private final class ByHand implements ObservationFeed {

        @Override
        public List<FailedObservation> after(FeedPosition position, int limit) {
            return List.copyOf(coming);
        }

        @Override
        public @Nullable Instant oldestAfter(FeedPosition position) {
            return null;
        }
    }

    public void come(FailedObservation... findings) {
        coming.clear();
        coming.addAll(List.of(findings));
        transaction.execute(status -> take.takeSome());
    }

    public static FailedObservation withdrawing(FailedObservation wrong) {
        return new FailedObservation(
                wrong.position(),
                Ids.next(),
                wrong.visitId(),
                wrong.kind(),
                wrong.siteId(),
                wrong.siteName(),
                wrong.siteType(),
                wrong.areaCode(),
                wrong.editionId(),
                wrong.checkItemCode(),
                wrong.checkItemText(),
                wrong.faultWords(),
                wrong.pictures(),
                wrong.place(),
                false,
                wrong.observedAt(),
                wrong.inspectorName(),
                wrong.observationId(),
                true,
                wrong.planOwner());
    }
}
