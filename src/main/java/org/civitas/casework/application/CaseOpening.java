package org.civitas.casework.application;

import java.util.UUID;
import org.civitas.casework.NewCase;
import org.civitas.casework.domain.CaseStep;

/** 立案资料 — all that is written when a case is opened. */
public record CaseOpening(UUID id, NewCase problem, CaseStep first, UUID requestId) {}
