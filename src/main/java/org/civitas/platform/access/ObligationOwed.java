package org.civitas.platform.access;

/** The account owes something before it may go on; answered as 403 with the code of what it owes. */
public class ObligationOwed extends RuntimeException {

    private final Obligation obligation;

    public ObligationOwed(Obligation obligation) {
        super(obligation.words());
        this.obligation = obligation;
    }

    public Obligation obligation() {
        return obligation;
    }
}
