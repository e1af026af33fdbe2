package org.civitas.casework.persistence;

import java.util.UUID;
import org.civitas.media.MediaVisibility;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sees a case sees its pictures. */
@Component
class CasePictures implements MediaVisibility {

    private final JdbcClient jdbc;

    CasePictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean shows(UUID pictureId, CurrentUser user) {
        if (!user.may(Permission.CASE_READ) && !user.may(Permission.CASE_VERIFY)) {
            return false;
        }
        CaseScope scope = CaseScope.of(user);
        return jdbc.sql("select exists (select 1 from case_picture p join case_file c on c.id = p.case_id"
                        + " where p.picture_id = :picture and " + scope.condition() + ")")
                .param("picture", pictureId)
                .params(scope.params())
                .query(Boolean.class)
                .single();
    }
}
