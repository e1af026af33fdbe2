package org.civitas.identity.domain;

import org.civitas.shared.RuleViolation;

/** 口令规则 — long enough, not the log-in name, more than one kind of character. */
public final class PasswordPolicy {

    private static final int MIN = 8;
    private static final int MAX = 128;

    private PasswordPolicy() {}

    /** @throws RuleViolation {@code account.password} with the reason */
    public static void check(String login, String password) {
        if (password.length() < MIN || password.length() > MAX) {
            throw new RuleViolation("account.password", "密码长度应为 " + MIN + " 到 " + MAX + " 位。");
        }
        if (password.contains(login)) {
            throw new RuleViolation("account.password", "密码不能包含账号。");
        }
        boolean letters = password.chars().anyMatch(Character::isLetter);
        boolean others = password.chars().anyMatch(c -> !Character.isLetter(c));
        if (!letters || !others) {
            throw new RuleViolation("account.password", "密码应同时包含字母和数字或符号。");
        }
    }
}
