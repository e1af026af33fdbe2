package org.civitas.identity.domain;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.civitas.shared.RuleViolation;

/**
 * 口令规则 — the rules of a new password, in order; the first broken one is told. All have the code {@code account.password}.
 *
 * <p>How easily a password is guessed is measured with zxcvbn (lists of leaked passwords, names, words, keyboard rows and
 * dates), to which the usual Chinese ones are added.
 */
public final class PasswordPolicy {

    /** How many former passwords, the present one included, must not come again. */
    public static final int REMEMBERED = 5;

    private static final int MIN = 10;
    private static final int MAX = 128;
    private static final int HARD_ENOUGH = 2;
    private static final List<String> USUAL = List.of(
            "wenming",
            "chuangjian",
            "chuangwen",
            "wenmingban",
            "xuanchuanbu",
            "civitas",
            "woaini",
            "woaizhongguo",
            "zhongguo",
            "zhonghua",
            "mima",
            "guanli",
            "guanliyuan",
            "ceshi",
            "shenji",
            "anquan",
            "xitong",
            "admin123",
            "nihao",
            "beijing",
            "shanghai",
            "guangzhou",
            "shenzhen",
            "5201314",
            "1314520",
            "a123456",
            "abc123",
            "qwe123",
            "zxc123",
            "1q2w3e4r",
            "1qaz2wsx",
            "qazwsx",
            "asd123",
            "aa123456",
            "wang",
            "zhang",
            "chen",
            "liu");
    private static final List<BiFunction<String, String, String>> RULES =
            List.of(PasswordPolicy::length, PasswordPolicy::login, PasswordPolicy::kinds, PasswordPolicy::guessed);
    private static final Zxcvbn GUESSING = new Zxcvbn();

    private PasswordPolicy() {}

    /** @throws RuleViolation {@code account.password} with the reason */
    public static void check(String login, String password) {
        for (var rule : RULES) {
            String broken = rule.apply(login, password);
            if (!broken.isEmpty()) {
                throw new RuleViolation("account.password", broken);
            }
        }
    }

    private static String length(String login, String password) {
        boolean fits = password.length() >= MIN && password.length() <= MAX;
        return fits ? "" : "密码长度应为 " + MIN + " 到 " + MAX + " 位。";
    }

    private static String login(String login, String password) {
        boolean held = password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT));
        return held ? "密码不能包含账号。" : "";
    }

    private static String kinds(String login, String password) {
        boolean letters = password.chars().anyMatch(Character::isLetter);
        boolean others = password.chars().anyMatch(c -> !Character.isLetter(c));
        return letters && others ? "" : "密码应同时包含字母和数字或符号。";
    }

    private static String guessed(String login, String password) {
        var known = new java.util.ArrayList<>(USUAL);
        known.add(login);
        boolean hard = GUESSING.measure(password, known).getScore() >= HARD_ENOUGH;
        return hard ? "" : "密码太容易被猜到（常用词、姓名、日期、键盘顺序等），请换一个。";
    }
}
