package org.civitas.casework.application;

import java.time.Clock;
import org.civitas.casework.NewCase;
import org.civitas.casework.domain.StepActor;
import org.civitas.casework.persistence.CaseTypes;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.xlsx.ImportSource;
import org.civitas.platform.xlsx.SheetForm;
import org.civitas.platform.xlsx.SheetImport;
import org.civitas.territory.Areas;
import org.springframework.stereotype.Component;

/** Makes an import of problems for one asker. */
@Component
public class CaseImports implements ImportSource {

    public static final SheetForm FORM = CaseImport.FORM;

    private final Areas areas;
    private final CaseTypes types;
    private final OpenCase openCase;
    private final Clock clock;

    CaseImports(Areas areas, CaseTypes types, OpenCase openCase, Clock clock) {
        this.areas = areas;
        this.types = types;
        this.openCase = openCase;
        this.clock = clock;
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public SheetImport<NewCase> by(CurrentUser user) {
        StepActor actor = new StepActor(user.accountId(), user.name(), user.unitId());
        return new CaseImport(user.scope(), areas, types.all(true), openCase, actor, clock);
    }
}
