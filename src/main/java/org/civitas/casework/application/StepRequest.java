package org.civitas.casework.application;

import java.util.UUID;

/**
 * 办理请求 — which case, in the version that the person saw, under the request id that the client made.
 *
 * @param requestId the same id again changes nothing
 */
public record StepRequest(UUID caseId, UUID requestId, int version) {}
