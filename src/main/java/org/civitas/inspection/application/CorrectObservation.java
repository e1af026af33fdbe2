package org.civitas.inspection.application;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.inspection.domain.CheckItemFit;
import org.civitas.inspection.domain.ObservationEntry;
import org.civitas.inspection.persistence.Corrections;
import org.civitas.inspection.persistence.Corrections.Corrected;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.CheckItem;
import org.civitas.standard.CheckItems;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects an observation: a new one that names the old one and the reason; the old one stays as it is. */
@Service
public class CorrectObservation {

    private final Corrections corrections;
    private final CheckItems checkItems;
    private final VisitPictures pictures;
    private final AuditTrail audit;

    CorrectObservation(Corrections corrections, CheckItems checkItems, VisitPictures pictures, AuditTrail audit) {
        this.corrections = corrections;
        this.checkItems = checkItems;
        this.pictures = pictures;
        this.audit = audit;
    }

    /** The entry's check item must be that of the old observation; sending the same correction twice stores it once. */
    @Transactional
    public void correct(CurrentUser user, UUID oldId, ObservationEntry entry, String reason) {
        Corrected old =
                corrections.find(oldId).filter(o -> mayCorrect(user, o)).orElseThrow(() -> new NotFound("检查记录"));
        if (old.correctedBy() != null) {
            if (old.correctedBy().equals(entry.id())) {
                return;
            }
            throw new Conflict("observation.corrected", "这条检查记录已经更正过，请更正最新的那一条。");
        }
        if (reason.isBlank() || reason.length() > 200) {
            throw new RuleViolation("observation.correction-reason", "更正须写明理由（200 字以内）。");
        }
        requireFits(old, entry);
        pictures.require(user, List.of(entry));
        append(user, oldId, entry, reason.strip());
        audit.record(
                "observation.correct",
                "observation",
                entry.id(),
                Map.of("corrects", oldId.toString(), "outcome", entry.outcome().name(), "reason", reason.strip()));
    }

    private void requireFits(Corrected old, ObservationEntry entry) {
        if (!entry.checkItemCode().equals(old.checkItemCode())) {
            throw new RuleViolation("observation.correction-item", "更正须针对同一个检查项。");
        }
        CheckItem item = checkItems.find(old.editionId(), old.checkItemCode()).orElseThrow(() -> new NotFound("检查项"));
        CheckItemFit.require(entry, CheckItemFit.Form.valueOf(item.kind().name()), item.pictureNeeded());
    }

    /** The inspector himself, and the office whose inspection it was. */
    private static boolean mayCorrect(CurrentUser user, Corrected old) {
        return old.inspectorId().equals(user.accountId())
                || (PlanAccess.viewer(user).plansInspections() && user.scope().covers(old.ownerAreaCode()));
    }

    private void append(CurrentUser user, UUID oldId, ObservationEntry entry, String reason) {
        try {
            corrections.append(oldId, entry, reason, user.accountId(), user.name());
        } catch (DuplicateKeyException e) {
            throw new Conflict("observation.corrected", "这条检查记录刚刚被更正过，请刷新后查看。");
        }
    }
}
