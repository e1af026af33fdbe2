package org.civitas.casework.application;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.civitas.calendar.WorkCalendars;
import org.civitas.casework.domain.CaseDesk;
import org.civitas.casework.domain.CasePolicy;
import org.civitas.casework.domain.CaseStep;
import org.civitas.casework.domain.StepActor;
import org.civitas.casework.persistence.CaseFiles;
import org.civitas.casework.persistence.CaseScope;
import org.civitas.casework.persistence.StepRows;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.privacy.MaskedText;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes one step with one case: load, check scope and version, decide, store, audit. Every command goes through here. */
@Component
public class TakeStep {

    private final CaseFiles files;
    private final StepRows steps;
    private final CaseSettings settings;
    private final WorkCalendars calendars;
    private final AuditTrail audit;
    private final Clock clock;

    TakeStep(
            CaseFiles files,
            StepRows steps,
            CaseSettings settings,
            WorkCalendars calendars,
            AuditTrail audit,
            Clock clock) {
        this.files = files;
        this.steps = steps;
        this.settings = settings;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The step, or empty when this request has been done before.
     *
     * @throws org.civitas.platform.web.NotFound if the case is not there for this user
     * @throws StaleVersion if somebody else was first
     */
    @Transactional
    public Optional<CaseStep> take(CurrentUser user, StepRequest request, Function<CaseDesk, CaseStep> decide) {
        CaseRecord before = files.lock(request.caseId(), CaseScope.of(user));
        if (doneBefore(request, user.accountId())) {
            return Optional.empty();
        }
        if (before.file().version() != request.version()) {
            throw new StaleVersion();
        }
        StepActor actor = new StepActor(user.accountId(), user.name(), user.unitId());
        return Optional.of(store(before, actor, request.requestId(), decide));
    }

    /** A step of the system itself or of one that already holds the case: no scope, no version. */
    CaseStep store(CaseRecord before, StepActor actor, UUID requestId, Function<CaseDesk, CaseStep> decide) {
        CasePolicy policy = settings.policy();
        CaseDesk desk =
                CaseDesk.of(before.file(), policy, actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
        CaseStep step = decide.apply(desk);
        files.append(before, step, requestId, calendars.current(), policy);
        audit.record("case." + code(step), "case", before.id(), details(before, step));
        return step;
    }

    /** A request is repeated by who made it, about the same case; anybody else's id tells nothing of what it led to. */
    private boolean doneBefore(StepRequest request, UUID account) {
        Optional<StepRows.Requested> done = steps.requested(request.requestId());
        if (done.isPresent() && !done.get().equals(new StepRows.Requested(request.caseId(), account))) {
            throw reused();
        }
        return done.isPresent();
    }

    static Conflict reused() {
        return new Conflict("request.reused", "这次提交的标识已经用过，没有保存。请刷新页面后重新提交。");
    }

    private static String code(CaseStep step) {
        return step.command().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> details(CaseRecord before, CaseStep step) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("number", before.number());
        details.put("seq", step.seq());
        details.put("to", step.to().name());
        details.put("words", MaskedText.of(step.words()));
        return details;
    }
}
