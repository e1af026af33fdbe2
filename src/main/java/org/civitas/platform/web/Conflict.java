package org.civitas.platform.web;

/** The state of things does not allow it; answered as 409 with a stable code. */
public class Conflict extends RuntimeException {

    private final String code;

    public Conflict(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
