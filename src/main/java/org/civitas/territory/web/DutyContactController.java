package org.civitas.territory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.privacy.Contacts;
import org.civitas.platform.privacy.Opening;
import org.civitas.platform.web.NotFound;
import org.civitas.territory.application.DutyQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The telephone number of the person who holds a duty. */
@RestController
@Tag(name = "territory")
class DutyContactController {

    record DutyContactView(@Nullable String masked) {}

    record DutyContactForm(@Nullable String phone) {}

    record OpenedDutyContact(String phone) {}

    private static final String KIND = "duty";

    private final DutyQueries duties;
    private final Contacts contacts;

    DutyContactController(DutyQueries duties, Contacts contacts) {
        this.duties = duties;
        this.contacts = contacts;
    }

    @Allow(Permission.TERRITORY_READ)
    @Operation(summary = "责任人的联系电话（掩码）")
    @GetMapping("/api/duties/{id}/contact")
    DutyContactView masked(CurrentUser user, @PathVariable UUID id) {
        return new DutyContactView(contacts.masked(KIND, within(user, id)).orElse(null));
    }

    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "登记责任人的联系电话，空为删除")
    @PutMapping("/api/duties/{id}/contact")
    void change(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody DutyContactForm form) {
        contacts.put(KIND, within(user, id), form.phone());
    }

    @Allow(Permission.PERSONAL_OPEN)
    @Operation(summary = "写明理由，查看责任人的完整电话；记入审计")
    @PostMapping("/api/duties/{id}/contact/openings")
    OpenedDutyContact open(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody Opening opening) {
        return new OpenedDutyContact(contacts.open(KIND, within(user, id), opening));
    }

    /** A duty outside the reach of the account does not exist for it. */
    private UUID within(CurrentUser user, UUID id) {
        return duties.one(id)
                .filter(duty -> user.scope().covers(duty.areaCode()))
                .orElseThrow(() -> new NotFound("责任"))
                .id();
    }
}
