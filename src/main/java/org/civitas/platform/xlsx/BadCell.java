package org.civitas.platform.xlsx;

/** A cell that can not be taken; the message is a whole Chinese sentence for the person who filled it in. */
public final class BadCell extends RuntimeException {

    public BadCell(String message) {
        super(message, null, false, false);
    }
}
