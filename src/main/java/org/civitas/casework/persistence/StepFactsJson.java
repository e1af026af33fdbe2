package org.civitas.casework.persistence;

import org.civitas.casework.domain.CaseCommand;
import org.civitas.casework.domain.StepFacts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads what a step says; the command tells the kind. */
@Component
class StepFactsJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String write(StepFacts facts) {
        return JSON.writeValueAsString(facts);
    }

    StepFacts read(CaseCommand command, String json) {
        return JSON.readValue(json, kind(command));
    }

    private static Class<? extends StepFacts> kind(CaseCommand command) {
        return switch (command) {
            case REPORT, FIND, SEEN_AGAIN -> StepFacts.Found.class;
            case DISPATCH -> StepFacts.Dispatched.class;
            case REFUSE -> StepFacts.Refused.class;
            case ASSIGN -> StepFacts.Assigned.class;
            case HAND_IN, SUBMIT -> StepFacts.Mended.class;
            case ACCEPT, DISMISS, SIGN, RECALL, SEND_BACK, PASS, FAIL, PROPOSE_ANNUL, CONFIRM_ANNUL, REJECT_ANNUL ->
                StepFacts.Plain.class;
        };
    }
}
