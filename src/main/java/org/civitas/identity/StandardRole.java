package org.civitas.identity;

import static org.civitas.platform.access.Permission.*;

import java.util.EnumSet;
import java.util.Set;
import org.civitas.platform.access.Permission;

/** 标准角色 — the roles that every installation begins with; a city may change their permissions afterwards. */
public enum StandardRole {
    CITY_OFFICE(
            "市创建办",
            "统筹全市创建：体系、点位、督查、交办、测评、通报",
            "CITY",
            EnumSet.of(
                    TERRITORY_READ,
                    TERRITORY_EDIT,
                    STANDARD_READ,
                    STANDARD_EDIT,
                    SITE_READ,
                    SITE_EDIT,
                    INSPECTION_PLAN,
                    INSPECTION_PERFORM,
                    INSPECTION_READ,
                    CASE_READ,
                    CASE_REPORT,
                    CASE_COORDINATE,
                    CASE_VERIFY,
                    CASE_ANNUL,
                    SCORE_READ,
                    SCORE_EDIT,
                    SCORE_PUBLISH,
                    BULLETIN_READ,
                    BULLETIN_EDIT,
                    BURDEN_READ,
                    PERSONAL_OPEN)),
    COUNTY_OFFICE(
            "区县创建办",
            "统筹本区县创建，承接市级交办并转派",
            "AREA",
            EnumSet.of(
                    TERRITORY_READ,
                    STANDARD_READ,
                    SITE_READ,
                    SITE_EDIT,
                    INSPECTION_PLAN,
                    INSPECTION_READ,
                    CASE_READ,
                    CASE_REPORT,
                    CASE_COORDINATE,
                    CASE_HANDLE,
                    SCORE_READ,
                    BULLETIN_READ,
                    BURDEN_READ,
                    PERSONAL_OPEN)),
    INSPECTOR(
            "督查员",
            "到现场检查点位、核查整改",
            "CITY",
            EnumSet.of(TERRITORY_READ, STANDARD_READ, SITE_READ, INSPECTION_PERFORM, CASE_REPORT, CASE_VERIFY)),
    UNIT_HANDLER(
            "责任单位经办人",
            "签收、整改本单位的问题",
            "UNIT",
            EnumSet.of(TERRITORY_READ, STANDARD_READ, SITE_READ, CASE_READ, CASE_HANDLE, SCORE_READ, BULLETIN_READ)),
    UNIT_LEADER(
            "责任单位负责人",
            "掌握本单位的问题和失分",
            "UNIT",
            EnumSet.of(
                    TERRITORY_READ,
                    STANDARD_READ,
                    SITE_READ,
                    CASE_READ,
                    CASE_HANDLE,
                    SCORE_READ,
                    BULLETIN_READ,
                    BURDEN_READ)),
    STREET_OFFICER(
            "街道（乡镇）经办人",
            "承办本街道的问题，维护点位信息",
            "AREA",
            EnumSet.of(
                    TERRITORY_READ,
                    STANDARD_READ,
                    SITE_READ,
                    SITE_EDIT,
                    CASE_READ,
                    CASE_HANDLE,
                    SCORE_READ,
                    BULLETIN_READ)),
    COMMUNITY_OFFICER(
            "社区（村）经办人",
            "知悉和答复本社区的问题",
            "AREA",
            EnumSet.of(TERRITORY_READ, STANDARD_READ, SITE_READ, CASE_READ, CASE_HANDLE)),
    COVERING_LEADER(
            "包联领导",
            "了解包联片区的情况",
            "AREA",
            EnumSet.of(TERRITORY_READ, STANDARD_READ, SITE_READ, CASE_READ, SCORE_READ, COVERAGE_READ, BULLETIN_READ)),
    ADMINISTRATOR(
            "系统管理员",
            "管理城市、设置和账号；为账号申请授权，不授予权限",
            "CITY",
            EnumSet.of(
                    TERRITORY_READ,
                    TERRITORY_EDIT,
                    STANDARD_READ,
                    SITE_READ,
                    ACCOUNT_MANAGE,
                    PERSONAL_OPEN,
                    SETTING_MANAGE,
                    CITY_MANAGE)),
    SECURITY_OFFICER("安全管理员", "授予角色和权限，解除登录等待，要求双重验证；不办业务", "CITY", EnumSet.of(TERRITORY_READ, ROLE_GRANT)),
    AUDITOR("审计员", "查看审计记录", "CITY", EnumSet.of(AUDIT_READ));

    private final String title;
    private final String description;
    private final String scopeKind;
    private final Set<Permission> permissions;

    StandardRole(String title, String description, String scopeKind, Set<Permission> permissions) {
        this.title = title;
        this.description = description;
        this.scopeKind = scopeKind;
        this.permissions = permissions;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    /** The usual data scope: CITY, AREA, UNIT or OWN. */
    public String scopeKind() {
        return scopeKind;
    }

    public Set<Permission> permissions() {
        return Set.copyOf(permissions);
    }
}
