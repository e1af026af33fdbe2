package org.civitas.platform.web;

import java.util.List;

/** Input that does not have the right form; answered as 400 with the faults at their fields. */
public class BadInput extends RuntimeException {

    /** 输入错误 — one fault: the field's name and what is wrong in Chinese. */
    public record FieldFault(String field, String message) {}

    private final transient List<FieldFault> faults;

    public BadInput(List<FieldFault> faults) {
        super(faults.isEmpty() ? "输入有误。" : faults.getFirst().message());
        this.faults = List.copyOf(faults);
    }

    public BadInput(String field, String message) {
        this(List.of(new FieldFault(field, message)));
    }

    public List<FieldFault> faults() {
        return faults;
    }
}
