package org.civitas.standard.application;

import java.util.List;
import org.civitas.shared.RuleViolation;
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

    /** As a draft. @param key one of {@link #keys()} */
    @Transactional
    public Edition load(String key) {
        if (!keys().contains(key)) {
            throw new RuleViolation("edition.example.unknown", "没有“" + key + "”这套示例体系。");
        }
        return entering.enter(files.read(key), "示例");
    }

    @Override
    public List<String> keys() {
        return files.keys();
    }

    @Override
    @Transactional
    public Edition putInUse() {
        return putInUse(ExampleFiles.CITY);
    }

    @Override
    @Transactional
    public Edition putInUse(String key) {
        Edition draft = load(key);
        return moving.move(draft.id(), EditionStep.PUT_IN_USE, draft.revision());
    }
}
