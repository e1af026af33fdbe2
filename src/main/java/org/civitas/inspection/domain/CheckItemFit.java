package org.civitas.inspection.domain;

import org.civitas.inspection.Outcome;
import org.civitas.shared.RuleViolation;

/** 记录方式核对 — whether a judgement has the form its check item asks for, and the picture it needs. */
public final class CheckItemFit {

    /** 记录形式 — the forms of judgement a check item may ask for. */
    public enum Form {
        PASS,
        GRADE,
        COUNT,
        FIGURE
    }

    private CheckItemFit() {}

    /** A picture that is needed may be missing only where the remark says why. */
    public static void require(ObservationEntry entry, Form form, boolean pictureNeeded) {
        if (!fits(entry.outcome(), form)) {
            throw new RuleViolation(
                    "visit.item.form",
                    "检查项 " + entry.checkItemCode() + " 不能判为“" + entry.outcome().label() + "”，请刷新检查表后重新判定。");
        }
        if (entry.failed()
                && pictureNeeded
                && entry.pictures().isEmpty()
                && entry.remark().isEmpty()) {
            throw new RuleViolation(
                    "visit.picture.missing", "检查项 " + entry.checkItemCode() + " 的问题需要照片才能认定；确实无法拍照的，请在说明中写明原因。");
        }
    }

    private static boolean fits(Outcome outcome, Form form) {
        return switch (outcome) {
            case NOT_APPLICABLE -> true;
            case CONFORMING, NONCONFORMING -> form == Form.PASS;
            case GRADED -> form == Form.GRADE;
            case COUNTED -> form == Form.COUNT;
            case MEASURED -> form == Form.FIGURE;
        };
    }
}
