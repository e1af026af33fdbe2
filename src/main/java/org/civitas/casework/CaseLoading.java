package org.civitas.casework;

import java.util.Collection;
import java.util.UUID;

/** 案件装载 — takes over whole histories in bulk. */
public interface CaseLoading {

    /**
     * Writes the cases with their timelines, numbers in the order given; all or nothing. Neither the burden ledger nor the
     * audit trail gets a line per case, only one for the whole.
     *
     * @throws org.civitas.shared.RuleViolation if a timeline is not possible
     */
    void load(Collection<PastCase> cases);

    /** Sets where a type of problem goes by default in an area and below. */
    void route(String typeCode, String areaCode, UUID unitId);

    /** Findings of inspections committed so far are taken as already turned into cases. */
    void passOverFindings();
}
