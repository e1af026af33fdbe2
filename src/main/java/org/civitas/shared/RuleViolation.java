package org.civitas.shared;

/**
 * 违反规则 — a rule of the field was broken; answered as 422.
 *
 * <p>The code is stable and tested; the message is a whole Chinese sentence that says what is wrong and what to do.
 */
public class RuleViolation extends RuntimeException {

    private final String code;

    public RuleViolation(String code, String message) {
        super(message);
        this.code = code;
    }

    /** The stable code of the rule, such as {@code case.verify.same-unit}. */
    public String code() {
        return code;
    }
}
