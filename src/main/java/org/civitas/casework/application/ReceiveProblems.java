package org.civitas.casework.application;

import java.util.UUID;
import org.civitas.casework.CaseIntake;
import org.civitas.casework.NewCase;
import org.civitas.casework.domain.StepActor;
import org.springframework.stereotype.Component;

/** The door for other modules. */
@Component
class ReceiveProblems implements CaseIntake {

    /** Steps that no account takes. */
    static final UUID NO_ACCOUNT = new UUID(0, 0);

    private final OpenCase openCase;

    ReceiveProblems(OpenCase openCase) {
        this.openCase = openCase;
    }

    @Override
    public Receipt report(UUID requestId, NewCase problem) {
        return openCase.open(
                requestId, problem, new StepActor(NO_ACCOUNT, problem.channel().word(), null), false);
    }

    @Override
    public Receipt find(UUID requestId, NewCase problem, String finder) {
        return openCase.open(requestId, problem, new StepActor(NO_ACCOUNT, finder, null), true);
    }
}
