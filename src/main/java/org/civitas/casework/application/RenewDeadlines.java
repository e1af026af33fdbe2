package org.civitas.casework.application;

import java.util.List;
import java.util.UUID;
import org.civitas.calendar.WorkCalendars;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.domain.CaseClock;
import org.civitas.casework.domain.CasePolicy;
import org.civitas.casework.persistence.CaseFiles;
import org.civitas.casework.persistence.CaseScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Computes 暂定 deadlines anew, once the holiday decree of their year has come in. */
@Component
public class RenewDeadlines {

    private static final int MOST = 500;

    private final CaseFiles files;
    private final WorkCalendars calendars;
    private final CaseSettings settings;

    RenewDeadlines(CaseFiles files, WorkCalendars calendars, CaseSettings settings) {
        this.files = files;
        this.calendars = calendars;
        this.settings = settings;
    }

    /** Answers how many deadlines became final. */
    @Transactional
    public int renew() {
        WorkingTime calendar = calendars.current();
        CasePolicy policy = settings.policy();
        int renewed = 0;
        List<UUID> provisional = files.provisional(MOST);
        for (UUID id : provisional) {
            CaseRecord file = files.lock(id, CaseScope.SYSTEM);
            CaseClock clock = CaseClock.of(file.timeline(), calendar, policy).orElse(null);
            if (clock != null && !clock.provisional()) {
                files.renew(file, calendar, policy);
                renewed++;
            }
        }
        return renewed;
    }
}
