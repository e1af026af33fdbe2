package org.civitas.bulletin.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.civitas.bulletin.domain.BulletinContent;
import org.civitas.bulletin.domain.BulletinContent.Head;
import org.civitas.bulletin.domain.BulletinContent.Typical;
import org.civitas.bulletin.persistence.BulletinTable.Stored;
import org.civitas.shared.Period;
import org.jspecify.annotations.Nullable;

/** Changed copies of bulletins and their content. */
final class Copies {

    private Copies() {}

    /** A new first draft, begun at the cut-off of its figures. */
    static Stored draft(
            UUID id,
            String title,
            String areaCode,
            Period period,
            Instant cutoff,
            @Nullable UUID roundId,
            UUID schemeId,
            String numberWord,
            BulletinContent content,
            String by) {
        return withCharacters(new Stored(
                id,
                false,
                title,
                areaCode,
                period,
                cutoff,
                roundId,
                schemeId,
                numberWord,
                null,
                null,
                1,
                null,
                null,
                null,
                content,
                0,
                by,
                cutoff,
                null,
                null,
                0));
    }

    static Stored with(Stored b, String title, String numberWord, Instant cutoff, BulletinContent content) {
        return withCharacters(new Stored(
                b.id(),
                b.published(),
                title,
                b.areaCode(),
                b.period(),
                cutoff,
                b.roundId(),
                b.schemeId(),
                numberWord,
                b.numberYear(),
                b.numberRunning(),
                b.edition(),
                b.correctsId(),
                b.correctionReason(),
                b.correctedBy(),
                content,
                0,
                b.createdBy(),
                b.createdAt(),
                b.publishedBy(),
                b.publishedAt(),
                b.version()));
    }

    static Stored withCharacters(Stored b) {
        int characters = BulletinPaper.characters(b);
        return new Stored(
                b.id(),
                b.published(),
                b.title(),
                b.areaCode(),
                b.period(),
                b.cutoff(),
                b.roundId(),
                b.schemeId(),
                b.numberWord(),
                b.numberYear(),
                b.numberRunning(),
                b.edition(),
                b.correctsId(),
                b.correctionReason(),
                b.correctedBy(),
                b.content(),
                characters,
                b.createdBy(),
                b.createdAt(),
                b.publishedBy(),
                b.publishedAt(),
                b.version());
    }

    /** The next edition of a published bulletin, as a draft with the same number. */
    static Stored correcting(Stored b, UUID id, @Nullable String reason, String by, Instant now) {
        return withCharacters(new Stored(
                id,
                false,
                b.title(),
                b.areaCode(),
                b.period(),
                b.cutoff(),
                b.roundId(),
                b.schemeId(),
                b.numberWord(),
                b.numberYear(),
                b.numberRunning(),
                b.edition() + 1,
                b.id(),
                reason,
                null,
                b.content(),
                0,
                by,
                now,
                null,
                null,
                0));
    }

    /** New words around the same figures. */
    static BulletinContent words(
            BulletinContent c, Head head, String opening, List<Typical> typical, List<String> requirements) {
        return new BulletinContent(
                head, opening, c.overview(), c.units(), c.streets(), typical, c.problems(), requirements);
    }
}
