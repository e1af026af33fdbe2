package org.civitas.platform.access;

/** 权限 — what a role allows; the names are stable because roles store them. */
public enum Permission {
    /** Any account that is logged in. */
    SIGNED_IN("登录后可用"),
    TERRITORY_READ("查看区划、单位和责任"),
    TERRITORY_EDIT("维护区划、单位和责任"),
    STANDARD_READ("查看测评体系"),
    STANDARD_EDIT("维护测评体系", true),
    SITE_READ("查看点位"),
    SITE_EDIT("维护点位"),
    INSPECTION_PLAN("制定督查计划、查看计划与名单"),
    INSPECTION_PERFORM("执行督查任务"),
    INSPECTION_READ("查看已公开的督查结果"),
    CASE_READ("查看问题"),
    CASE_REPORT("上报问题"),
    CASE_COORDINATE("受理、交办、改派、裁定问题"),
    CASE_HANDLE("签收、整改问题"),
    CASE_VERIFY("核查问题"),
    CASE_ANNUL("撤销问题"),
    SCORE_READ("查看测评结果"),
    SCORE_EDIT("组织测评、计算得分"),
    SCORE_PUBLISH("发布测评结果"),
    COVERAGE_READ("查看本人包联片区"),
    BULLETIN_READ("查看通报"),
    BULLETIN_EDIT("编发通报"),
    ACCOUNT_MANAGE("管理账号，申请授权", true),
    ROLE_GRANT("授予角色和权限、解除登录等待、要求双重验证", true),
    PERSONAL_OPEN("写明理由后查看完整的电话等个人信息"),
    SETTING_MANAGE("管理本市设置", true),
    CITY_MANAGE("开通城市", true),
    BURDEN_READ("查看基层负担"),
    AUDIT_READ("查看审计", true);

    private final String words;
    private final boolean cityWide;

    Permission(String words) {
        this(words, false);
    }

    Permission(String words, boolean cityWide) {
        this.words = words;
        this.cityWide = cityWide;
    }

    /** What the permission allows, in Chinese. */
    public String words() {
        return words;
    }

    /** Reaches over the whole city by its nature, so it does not count for an account whose scope is narrower. */
    public boolean cityWide() {
        return cityWide;
    }
}
