package org.civitas.standard.application;

import org.civitas.standard.Edition;
import org.civitas.standard.ExampleEdition;
import org.civitas.standard.domain.EditionStep;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loads the example edition that comes with the product into the city. */
@Service
public class LoadExampleEdition implements ExampleEdition {

    private final ExampleFiles files;
    private final EnterEdition entering;
    private final MoveEdition moving;

    LoadExampleEdition(ExampleFiles files, EnterEdition entering, MoveEdition moving) {
        this.files = files;
        this.entering = entering;
        this.moving = moving;
    }

    /** As a draft. */
    @Transactional
    public Edition load() {
        return entering.enter(files.read(), "示例");
    }

    @Override
    @Transactional
    public Edition putInUse() {
        Edition draft = load();
        return moving.move(draft.id(), EditionStep.PUT_IN_USE, draft.revision());
    }
}
