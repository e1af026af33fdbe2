package org.civitas.casework.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.civitas.casework.application.OpenPersonalData;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.privacy.Opening;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What people wrote into a case without the masks over telephone and identity numbers. */
@RestController
@Tag(name = "casework")
class CaseOpeningController {

    record OpenedCase(String description, List<String> words) {}

    private final OpenPersonalData opening;

    CaseOpeningController(OpenPersonalData opening) {
        this.opening = opening;
    }

    @Allow(Permission.PERSONAL_OPEN)
    @Operation(summary = "写明理由，查看案件文字中的完整号码；记入审计")
    @PostMapping("/api/cases/{id}/openings")
    OpenedCase open(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody Opening body) {
        OpenPersonalData.Opened opened = opening.open(user, id, body);
        return new OpenedCase(opened.description(), opened.words());
    }
}
