package org.civitas.identity.domain;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.civitas.platform.access.Permission;
import org.civitas.shared.RuleViolation;

/**
 * 三员分立 — which permissions may not meet in one role or in one account, so that nobody can both grant and erase.
 *
 * <p>System administrators change settings and accounts, security administrators grant, auditors read the audit
 * (GB/T 22239-2019 8.1.5). Who grants or audits does nothing else; what a permission allows that is not named here counts as
 * other work.
 */
public final class SeparationOfDuties {

    private static final Set<Permission> MANAGING =
            Set.of(Permission.ACCOUNT_MANAGE, Permission.SETTING_MANAGE, Permission.CITY_MANAGE);
    private static final Set<Permission> HARMLESS = Set.of(Permission.SIGNED_IN, Permission.TERRITORY_READ);

    /** 分立规则 — a combination that is refused, with its code and words. */
    private record Rule(String code, String words, Predicate<Set<Permission>> broken) {}

    private static final List<Rule> RULES = List.of(
            new Rule("duties.grant-and-manage", "授予权限与管理账号、设置、城市不能由同一角色或同一账号承担。", p -> grants(p) && manages(p)),
            new Rule("duties.grant-and-audit", "授予权限与查看审计不能由同一角色或同一账号承担。", p -> grants(p) && audits(p)),
            new Rule("duties.manage-and-audit", "管理账号、设置、城市与查看审计不能由同一角色或同一账号承担。", p -> manages(p) && audits(p)),
            new Rule("duties.grant-and-work", "安全管理员不能同时办理业务。", p -> grants(p) && works(p)),
            new Rule("duties.audit-and-work", "审计员不能同时办理业务。", p -> audits(p) && works(p)));

    private SeparationOfDuties() {}

    /** @throws RuleViolation with the code of the first rule that these permissions together break */
    public static void check(Set<Permission> together) {
        for (Rule rule : RULES) {
            if (rule.broken().test(together)) {
                throw new RuleViolation(rule.code(), rule.words());
            }
        }
    }

    /** Do these permissions make a security administrator? */
    public static boolean grants(Set<Permission> permissions) {
        return permissions.contains(Permission.ROLE_GRANT);
    }

    /** Do these permissions make a system administrator? */
    public static boolean manages(Set<Permission> permissions) {
        return permissions.stream().anyMatch(MANAGING::contains);
    }

    /** Do these permissions make an auditor? */
    public static boolean audits(Set<Permission> permissions) {
        return permissions.stream().anyMatch(SeparationOfDuties::ofAudit);
    }

    private static boolean works(Set<Permission> permissions) {
        return permissions.stream()
                .anyMatch(p ->
                        p != Permission.ROLE_GRANT && !MANAGING.contains(p) && !HARMLESS.contains(p) && !ofAudit(p));
    }

    private static boolean ofAudit(Permission permission) {
        return permission.name().startsWith("AUDIT_");
    }
}
