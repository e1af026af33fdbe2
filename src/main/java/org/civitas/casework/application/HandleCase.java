package org.civitas.casework.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.casework.domain.CaseStep;
import org.civitas.casework.domain.StepFacts;
import org.civitas.media.Pictures;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.burden.BurdenLedger;
import org.civitas.platform.burden.BurdenLedger.Kind;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done with an open case, command by command; each is one step.
 *
 * <p>What is asked of a unit is noted in the burden ledger in the same transaction.
 */
@Service
public class HandleCase {

    private final TakeStep steps;
    private final BurdenLedger burden;
    private final Units units;
    private final Pictures pictures;

    HandleCase(TakeStep steps, BurdenLedger burden, Units units, Pictures pictures) {
        this.steps = steps;
        this.burden = burden;
        this.units = units;
        this.pictures = pictures;
    }

    @Transactional
    public void accept(CurrentUser user, StepRequest request, String words) {
        steps.take(user, request, desk -> desk.accept(words));
    }

    @Transactional
    public void dismiss(CurrentUser user, StepRequest request, String reason) {
        steps.take(user, request, desk -> desk.dismiss(reason));
    }

    @Transactional
    public void dispatch(CurrentUser user, StepRequest request, String words, StepFacts.Dispatched order) {
        mustExist(order.leadUnit());
        order.coUnits().forEach(this::mustExist);
        Optional<CaseStep> step = steps.take(user, request, desk -> desk.dispatch(words, order));
        if (step.isPresent()) {
            List<UUID> receivers = new ArrayList<>(List.of(order.leadUnit()));
            receivers.addAll(order.coUnits());
            burden.recordAll(Kind.TASK, receivers, "问题交办", request.caseId());
            if (order.pictureNeeded()) {
                burden.record(Kind.PICTURE, order.leadUnit(), "问题整改照片", request.caseId());
            }
        }
    }

    @Transactional
    public void sign(CurrentUser user, StepRequest request, String words) {
        steps.take(user, request, desk -> desk.sign(words));
    }

    @Transactional
    public void refuse(CurrentUser user, StepRequest request, String reason, String basis) {
        steps.take(user, request, desk -> desk.refuse(reason, basis));
    }

    @Transactional
    public void recall(CurrentUser user, StepRequest request, String reason) {
        steps.take(user, request, desk -> desk.recall(reason));
    }

    /** Passes the work down to a unit below the asker's own. */
    @Transactional
    public void assign(CurrentUser user, StepRequest request, String words, UUID subUnit, Instant innerDeadline) {
        mustExist(subUnit);
        UUID own = user.unitId();
        Optional<CaseStep> step = steps.take(user, request, desk -> {
            CaseStep decided = desk.assign(words, subUnit, innerDeadline);
            if (own == null || !units.isSubUnitOf(subUnit, own)) {
                throw new RuleViolation("case.assign.not-sub-unit", "只能转派给本单位的下级单位。");
            }
            return decided;
        });
        if (step.isPresent()) {
            burden.record(Kind.TASK, subUnit, "问题转派", request.caseId());
        }
    }

    @Transactional
    public void handIn(CurrentUser user, StepRequest request, String words, StepFacts.Mended result) {
        pictures.attachable(user, result.pictures());
        steps.take(user, request, desk -> desk.handIn(words, result));
    }

    @Transactional
    public void sendBack(CurrentUser user, StepRequest request, String reason) {
        steps.take(user, request, desk -> desk.sendBack(reason));
    }

    @Transactional
    public void submit(CurrentUser user, StepRequest request, String words, StepFacts.Mended result) {
        pictures.attachable(user, result.pictures());
        steps.take(user, request, desk -> desk.submit(words, result));
    }

    @Transactional
    public void verify(CurrentUser user, StepRequest request, boolean passed, String words) {
        steps.take(user, request, desk -> passed ? desk.pass(words) : desk.fail(words));
    }

    @Transactional
    public void annul(CurrentUser user, StepRequest request, Annulment answer, String words) {
        steps.take(user, request, desk -> switch (answer) {
            case PROPOSE -> desk.proposeAnnul(words);
            case CONFIRM -> desk.confirmAnnul(words);
            case REJECT -> desk.rejectAnnul(words);
        });
    }

    /** 撤销环节 — asked by one person, answered by another. */
    public enum Annulment {
        PROPOSE,
        CONFIRM,
        REJECT
    }

    private void mustExist(UUID unitId) {
        if (units.byId(unitId).filter(unit -> unit.active()).isEmpty()) {
            throw new RuleViolation("case.unit.unknown", "没有这个单位，或它已停用，请重新选择。");
        }
    }
}
