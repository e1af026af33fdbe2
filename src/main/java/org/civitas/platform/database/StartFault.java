package org.civitas.platform.database;

/** A reason why the program can not start, in words for the person at the command line. */
public class StartFault extends RuntimeException {

    public StartFault(String message) {
        super(message);
    }

    public StartFault(String message, Throwable cause) {
        super(message, cause);
    }
}
