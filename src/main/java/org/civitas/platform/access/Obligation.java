package org.civitas.platform.access;

/** 先办事项 — what an account must do before it may use anything else; the codes are stable. */
public enum Obligation {
    /** The password was given by somebody else, or is too old. */
    PASSWORD_CHANGE("password.change-needed", "请先修改密码，再使用系统。"),
    /** A role of the account requires a second factor and none is set up. */
    SECOND_FACTOR("second-factor.needed", "您的角色要求双重验证，请先绑定验证器，再使用系统。");

    private final String code;
    private final String words;

    Obligation(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    /** What to do, in Chinese. */
    public String words() {
        return words;
    }
}
