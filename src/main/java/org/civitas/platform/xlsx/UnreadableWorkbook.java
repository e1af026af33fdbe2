package org.civitas.platform.xlsx;

import org.civitas.shared.RuleViolation;

/** 工作簿不可读 — the file as a whole can not be taken; the code says why: {@code xlsx.empty}, {@code xlsx.is-xls} and so on. */
public final class UnreadableWorkbook extends RuleViolation {

    public UnreadableWorkbook(String code, String message) {
        super(code, message);
    }
}
