package org.civitas.platform.database;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 本节点 — this process of the program: its name for people, and the mark by which the database knows its sessions. */
@Component
public class ThisNode {

    private static final String MARK = "civitas ";

    private final String name;
    private final String process;

    ThisNode(@Value("${CIVITAS_NODE:${HOSTNAME:node}}") String name) {
        this.name = name;
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        this.process = HexFormat.of().formatHex(random);
    }

    public String name() {
        return name;
    }

    /** Another one after each start. */
    public String process() {
        return process;
    }

    /** The {@code application_name} of the database sessions of a process. */
    public static String sessionsOf(String process) {
        return MARK + process;
    }
}
