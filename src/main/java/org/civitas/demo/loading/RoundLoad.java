package org.civitas.demo.loading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.civitas.bulletin.BulletinLoading;
import org.civitas.calendar.WorkingTime;
import org.civitas.demo.geography.CityMap;
import org.civitas.demo.story.Premise;
import org.civitas.demo.story.StoryAccount;
import org.civitas.scoring.RoundLoading;
import org.civitas.shared.Period;
import org.springframework.stereotype.Component;

/** The monthly rounds, published with their bulletin as soon as no plan of the month is secret; the latest two are drafts. */
@Component
class RoundLoad {

    private static final int MONTHS = 6;

    private final RoundLoading scoring;
    private final BulletinLoading bulletins;

    RoundLoad(RoundLoading scoring, BulletinLoading bulletins) {
        this.scoring = scoring;
        this.bulletins = bulletins;
    }

    void load(Premise premise, UUID edition) {
        List<YearMonth> months = Premise.months(premise.lastDay());
        String by = premise.cast().accounts().stream()
                .filter(account -> account.role().equals("CITY_OFFICE"))
                .map(StoryAccount::name)
                .findFirst()
                .orElseThrow();
        for (YearMonth month : months.subList(Math.max(0, months.size() - 1 - MONTHS), months.size() - 1)) {
            Instant computed = moment(month.plusMonths(1).atDay(2));
            LocalDate published = month.plusMonths(1).atEndOfMonth();
            boolean open = published.isBefore(premise.lastDay());
            Period period = new Period(month.atDay(1), month.atEndOfMonth());
            UUID round = scoring.load(new RoundLoading.PastRound(
                    month.getYear() + "年" + month.getMonthValue() + "月全市测评",
                    edition,
                    CityMap.ROOT,
                    period,
                    by,
                    computed,
                    open ? moment(published) : null));
            if (open) {
                bulletins.load(new BulletinLoading.PastBulletin(CityMap.ROOT, period, round, by, moment(published)));
            }
        }
    }

    private static Instant moment(LocalDate day) {
        return day.atTime(16, 20).atZone(WorkingTime.ZONE).toInstant();
    }
}
