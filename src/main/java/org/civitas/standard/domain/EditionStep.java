package org.civitas.standard.domain;

import java.util.List;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.EditionState;

/** 体系状态变更 — which step leads from which state to which, as a table; and what a step demands. */
public enum EditionStep {
    PUT_IN_USE("启用", EditionState.DRAFT, EditionState.IN_USE),
    RETIRE("停用", EditionState.IN_USE, EditionState.RETIRED),
    RESUME("恢复启用", EditionState.RETIRED, EditionState.IN_USE);

    private final String word;
    private final EditionState from;
    private final EditionState to;

    EditionStep(String word, EditionState from, EditionState to) {
        this.word = word;
        this.from = from;
        this.to = to;
    }

    public String word() {
        return word;
    }

    public EditionState from() {
        return from;
    }

    public EditionState to() {
        return to;
    }

    /** Checks that the step may be taken. @throws RuleViolation edition.state.step, edition.faulty */
    public EditionState take(EditionContent content) {
        Edition edition = content.edition();
        if (edition.state() != from) {
            throw new RuleViolation(
                    "edition.state.step",
                    "“" + edition.title() + "”现在是“" + edition.state().word() + "”，不能" + word + "。");
        }
        if (to == EditionState.IN_USE) {
            List<EditionFault> faults = EditionRule.check(content);
            if (!faults.isEmpty()) {
                throw new RuleViolation(
                        "edition.faulty",
                        "“" + edition.title() + "”还有 " + faults.size() + " 处缺陷，不能启用，第一处："
                                + faults.getFirst().message());
            }
        }
        return to;
    }

    /** A locked edition is not changed: plans and rounds rely on it. @throws RuleViolation edition.locked */
    public static void mustBeOpen(Edition edition) {
        if (edition.state().locked()) {
            throw new RuleViolation(
                    "edition.locked",
                    "“" + edition.title() + "”已" + edition.state().word() + "并锁定，不能修改；请“另立新版”，在新版本里修改。");
        }
    }
}
