package org.civitas.casework.domain;

import java.time.Instant;
import java.util.UUID;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * 办理台 — decides, for one case and one person at one moment, the step that a command makes, or says why it can not be.
 *
 * <p>Pure: the moment is given, nothing is stored.
 */
public final class CaseDesk {

    private final @Nullable CaseFile file;
    private final CasePolicy policy;
    private final StepActor actor;
    private final Instant at;

    private CaseDesk(@Nullable CaseFile file, CasePolicy policy, StepActor actor, Instant at) {
        this.file = file;
        this.policy = policy;
        this.actor = actor;
        this.at = at;
    }

    /** For a problem that has no case yet. */
    public static CaseDesk empty(StepActor actor, Instant at) {
        return new CaseDesk(null, CasePolicy.DEFAULT, actor, at);
    }

    public static CaseDesk of(CaseFile file, CasePolicy policy, StepActor actor, Instant at) {
        return new CaseDesk(file, policy, actor, at);
    }

    public CaseStep report(String words, StepFacts.Found facts) {
        return step(CaseCommand.REPORT, words, facts);
    }

    public CaseStep find(String words, StepFacts.Found facts) {
        return step(CaseCommand.FIND, words, facts);
    }

    public CaseStep seenAgain(String words, StepFacts.Found facts) {
        return step(CaseCommand.SEEN_AGAIN, words, facts);
    }

    public CaseStep accept(String words) {
        return plain(CaseCommand.ACCEPT, words);
    }

    public CaseStep dismiss(String reason) {
        return plain(CaseCommand.DISMISS, reason);
    }

    /** The dispatch after the last allowed refusal is a ruling whatever was asked. */
    public CaseStep dispatch(String words, StepFacts.Dispatched order) {
        CaseStep step = step(CaseCommand.DISPATCH, words, order);
        if (order.coUnits().contains(order.leadUnit())) {
            throw new RuleViolation("case.dispatch.lead-is-co-unit", "牵头单位不能同时是协办单位，请从协办单位中去掉它。");
        }
        boolean ruling = order.ruling() || file().refusals() >= policy.maxRefusals();
        return step(
                CaseCommand.DISPATCH,
                words,
                new StepFacts.Dispatched(
                        order.leadUnit(), order.coUnits(), order.limit(), ruling, order.pictureNeeded()));
    }

    public CaseStep sign(String words) {
        CaseStep step = plain(CaseCommand.SIGN, words);
        mustBeLead();
        return step;
    }

    public CaseStep refuse(String reason, String basis) {
        CaseStep step = step(CaseCommand.REFUSE, reason, new StepFacts.Refused(basis));
        Handling handling = mustBeLead();
        if (basis.isBlank()) {
            throw new RuleViolation("case.refuse.basis-missing", "退单要写明依据（职责分工文件或条款），请补充。");
        }
        if (handling.ruling() || file().refusals() >= policy.maxRefusals()) {
            throw new RuleViolation("case.refuse.ruling", "这次交办是裁定，不能再退单；如有异议请先办理并另行申诉。");
        }
        return step;
    }

    public CaseStep recall(String reason) {
        return plain(CaseCommand.RECALL, reason);
    }

    public CaseStep assign(String words, UUID subUnit, Instant innerDeadline) {
        UUID own = ownUnit();
        CaseStep step = step(CaseCommand.ASSIGN, words, new StepFacts.Assigned(own, subUnit, innerDeadline));
        Handling handling = file().mustHandle();
        mustHoldOrLead(handling, own);
        if (handling.handlers().subList(0, handling.handlers().indexOf(own) + 1).contains(subUnit)) {
            throw new RuleViolation("case.assign.upwards", "不能转派给本单位或上级承办单位。");
        }
        if (!innerDeadline.isAfter(at)) {
            throw new RuleViolation("case.assign.deadline-past", "内部时限应晚于现在。");
        }
        return step;
    }

    public CaseStep handIn(String words, StepFacts.Mended result) {
        UUID own = ownUnit();
        CaseStep step = step(CaseCommand.HAND_IN, words, result);
        Handling handling = file().mustHandle();
        boolean theirTurn =
                handling.workingSub().filter(sub -> sub.subUnit().equals(own)).isPresent();
        if (!theirTurn) {
            throw new RuleViolation("case.hand-in.not-assigned", "案件现在不在本单位手里，不能报送上级单位。");
        }
        mustShow(result, handling.pictureNeeded());
        return step;
    }

    public CaseStep sendBack(String reason) {
        UUID own = ownUnit();
        CaseStep step = plain(CaseCommand.SEND_BACK, reason);
        if (file().mustHandle().returnableBy(own).isEmpty()) {
            throw new RuleViolation("case.send-back.nothing", "没有下级单位报送的结果可以退回。");
        }
        return step;
    }

    public CaseStep submit(String words, StepFacts.Mended result) {
        CaseStep step = step(CaseCommand.SUBMIT, words, result);
        mustShow(result, mustBeLead().pictureNeeded());
        return step;
    }

    public CaseStep pass(String words) {
        CaseStep step = plain(CaseCommand.PASS, words);
        mustBeAnother();
        return step;
    }

    public CaseStep fail(String reason) {
        CaseStep step = plain(CaseCommand.FAIL, reason);
        mustBeAnother();
        return step;
    }

    public CaseStep proposeAnnul(String reason) {
        CaseStep step = plain(CaseCommand.PROPOSE_ANNUL, reason);
        if (file().annulProposer() != null) {
            throw new RuleViolation("case.annul.already-proposed", "已有人申请撤销，等待另一人确认。");
        }
        return step;
    }

    public CaseStep confirmAnnul(String words) {
        CaseStep step = plain(CaseCommand.CONFIRM_ANNUL, words);
        if (mustBeProposed().accountId().equals(actor.accountId())) {
            throw new RuleViolation("case.annul.same-person", "撤销要由申请人以外的另一人确认。");
        }
        return step;
    }

    public CaseStep rejectAnnul(String words) {
        CaseStep step = plain(CaseCommand.REJECT_ANNUL, words);
        mustBeProposed();
        return step;
    }

    private CaseStep plain(CaseCommand command, String words) {
        return step(command, words, new StepFacts.Plain());
    }

    private CaseStep step(CaseCommand command, String words, StepFacts facts) {
        CaseState from = file == null ? null : file.state();
        CaseState to = CaseLifecycle.next(from, command);
        if (command.needsWords() && words.isBlank()) {
            throw new RuleViolation("case.words.missing", "“" + command.word() + "”要写明原因或情况，请补充。");
        }
        int seq = file == null ? 1 : file.version() + 1;
        int cycle = file == null ? 1 : file.cycle();
        return new CaseStep(seq, cycle, command, from, to, at, actor, words.strip(), facts);
    }

    private CaseFile file() {
        if (file == null) {
            throw new IllegalStateException("no case yet");
        }
        return file;
    }

    private UUID ownUnit() {
        UUID unit = actor.unitId();
        if (unit == null) {
            throw new RuleViolation("case.unit.missing", "您的账号没有所属单位，不能代表单位办理。");
        }
        return unit;
    }

    private Handling mustBeLead() {
        Handling handling = file().mustHandle();
        if (!handling.leadUnit().equals(actor.unitId())) {
            throw new RuleViolation("case.unit.not-lead", "只有牵头单位可以这样做。");
        }
        return handling;
    }

    private static void mustHoldOrLead(Handling handling, UUID own) {
        boolean onTheWay = handling.leadUnit().equals(own)
                || handling.chain().stream().anyMatch(each -> each.subUnit().equals(own) && !each.isHandedIn());
        if (!onTheWay) {
            throw new RuleViolation("case.assign.not-holder", "案件不在本单位手里，不能转派。");
        }
    }

    private static void mustShow(StepFacts.Mended result, boolean pictureNeeded) {
        if (pictureNeeded && result.pictures().isEmpty() && result.reference().isBlank()) {
            throw new RuleViolation("case.submit.picture-missing", "这类问题要凭整改后照片判断，请附照片，或填写可以代替照片的链接、文号。");
        }
    }

    private void mustBeAnother() {
        if (actor.unitId() != null && file().mustHandle().handlers().contains(actor.unitId())) {
            throw new RuleViolation("case.verify.same-unit", "承办单位不能核查自己的案件，请由其他单位核查。");
        }
        StepActor submitter = file().submitter();
        if (submitter != null && submitter.accountId().equals(actor.accountId())) {
            throw new RuleViolation("case.verify.same-person", "提交整改结果的人不能核查同一案件。");
        }
    }

    private StepActor mustBeProposed() {
        StepActor proposer = file().annulProposer();
        if (proposer == null) {
            throw new RuleViolation("case.annul.not-proposed", "还没有人申请撤销这个案件。");
        }
        return proposer;
    }
}
