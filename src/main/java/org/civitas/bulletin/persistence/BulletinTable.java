package org.civitas.bulletin.persistence;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.bulletin.domain.BulletinContent;
import org.civitas.bulletin.domain.BulletinContent.Typical;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.StaleVersion;
import org.civitas.shared.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of bulletins.
 *
 * <p>Who reads sees published ones of areas that hold his own or lie in it; who edits also sees the drafts in his area.
 */
@Component
public class BulletinTable {

    /** A bulletin as it is stored. */
    public record Stored(
            UUID id,
            boolean published,
            String title,
            String areaCode,
            Period period,
            Instant cutoff,
            @Nullable UUID roundId,
            UUID schemeId,
            String numberWord,
            @Nullable Integer numberYear,
            @Nullable Integer numberRunning,
            int edition,
            @Nullable UUID correctsId,
            @Nullable String correctionReason,
            @Nullable UUID correctedBy,
            BulletinContent content,
            int characters,
            String createdBy,
            Instant createdAt,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt,
            int version) {}

    /** 通报查询 — a null condition does not restrict. */
    public record Search(
            @Nullable String words,
            @Nullable String state,
            @Nullable Instant publishedFrom) {}

    private static final String SELECT = """
            select b.*, b.content::text as content_text,
                   (select c.id from bulletin c where c.corrects_id = b.id and c.state = 'PUBLISHED') as corrected_by
            from bulletin b
            where (b.state = 'PUBLISHED' or :drafts)
              and (b.area_code like :scope or :area like b.area_code || '%')
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BulletinTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Newest first; {@code limit} includes the row too many. */
    public List<Stored> page(
            CurrentUser user, Search search, @Nullable Instant beforeAt, @Nullable UUID beforeId, int limit) {
        return visible(SELECT + """
                         and (:words::text is null or b.title ilike '%' || :words || '%')
                         and (:state::text is null or b.state = :state)
                         and (:publishedFrom::timestamptz is null or b.published_at >= :publishedFrom)
                         and (:beforeAt::timestamptz is null or (b.created_at, b.id) < (:beforeAt, :beforeId))
                        order by b.created_at desc, b.id desc limit :limit
                        """, user)
                .param("words", search.words())
                .param("state", search.state())
                .param("publishedFrom", timestamp(search.publishedFrom()))
                .param("beforeAt", timestamp(beforeAt))
                .param("beforeId", beforeId)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    public Optional<Stored> find(CurrentUser user, UUID id) {
        return visible(SELECT + " and b.id = :id", user)
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** The newest one over the area, for the words that are used again. */
    public Optional<Stored> latest(CurrentUser user, String areaCode) {
        return visible(SELECT + " and b.area_code = :of order by b.created_at desc limit 1", user)
                .param("of", areaCode)
                .query(this::row)
                .optional();
    }

    public boolean showsPicture(CurrentUser user, UUID pictureId) {
        return !visible(SELECT + """
                         and exists (select 1 from bulletin_picture p where p.bulletin_id = b.id and p.picture_id = :picture)
                        limit 1
                        """, user)
                .param("picture", pictureId)
                .query(this::row)
                .list()
                .isEmpty();
    }

    /** How many drafts wait, and how many were published since the moment. */
    public long count(CurrentUser user, String state, Instant since) {
        return visible("select count(*) from (" + SELECT + """
                         and b.state = :state and coalesce(b.published_at, b.created_at) >= :since) x
                        """, user)
                .param("state", state)
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec visible(String sql, CurrentUser user) {
        return jdbc.sql(sql)
                .param("drafts", user.may(Permission.BULLETIN_EDIT) && office(user))
                .param("scope", user.scope().areaPattern())
                .param("area", user.scope().areaCode());
    }

    /** A unit or a person reaches over the city, but drafts are an office's own. */
    private static boolean office(CurrentUser user) {
        return user.scope() instanceof DataScope.City || user.scope() instanceof DataScope.Area;
    }

    public void add(Stored draft) {
        jdbc.sql("""
                        insert into bulletin (id, state, title, area_code, period_first, period_last, cutoff_at, round_id,
                                              scheme_id, number_word, number_year, number_running, edition, corrects_id,
                                              correction_reason, content, characters, created_by, created_at)
                        values (:id, 'DRAFT', :title, :area, :first, :last, :cutoff, :round,
                                :scheme, :word, :year, :running, :edition, :corrects,
                                :reason, :content::jsonb, :characters, :by, :now)
                        """)
                .param("id", draft.id())
                .param("title", draft.title())
                .param("area", draft.areaCode())
                .param("first", Date.valueOf(draft.period().first()))
                .param("last", Date.valueOf(draft.period().last()))
                .param("cutoff", Timestamp.from(draft.cutoff()))
                .param("round", draft.roundId())
                .param("scheme", draft.schemeId())
                .param("word", draft.numberWord())
                .param("year", draft.numberYear())
                .param("running", draft.numberRunning())
                .param("edition", draft.edition())
                .param("corrects", draft.correctsId())
                .param("reason", draft.correctionReason())
                .param("content", json.writeValueAsString(draft.content()))
                .param("characters", draft.characters())
                .param("by", draft.createdBy())
                .param("now", Timestamp.from(draft.createdAt()))
                .update();
        pictures(draft.id(), draft.content());
    }

    /** Writes a changed draft; a stale version is refused. */
    public void change(
            UUID id,
            String title,
            String numberWord,
            Instant cutoff,
            BulletinContent content,
            int characters,
            int version) {
        int changed = jdbc.sql("""
                        update bulletin set title = :title, number_word = :word, cutoff_at = :cutoff, content = :content::jsonb,
                               characters = :characters, version = version + 1
                        where id = :id and version = :version and state = 'DRAFT'
                        """)
                .param("title", title)
                .param("word", numberWord)
                .param("cutoff", Timestamp.from(cutoff))
                .param("content", json.writeValueAsString(content))
                .param("characters", characters)
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
        jdbc.sql("delete from bulletin_picture where bulletin_id = :id")
                .param("id", id)
                .update();
        pictures(id, content);
    }

    /** Makes a draft final; a first edition gets the next number of its word and year. */
    public void publish(UUID id, int year, String by, Instant now, int version) {
        int changed = jdbc.sql("""
                        update bulletin b set state = 'PUBLISHED', published_by = :by, published_at = :now, version = version + 1,
                               number_year = coalesce(b.number_year, :year),
                               number_running = coalesce(b.number_running,
                                   (select coalesce(max(o.number_running), 0) + 1 from bulletin o
                                    where o.number_word = b.number_word and o.number_year = :year))
                        where id = :id and version = :version and state = 'DRAFT'
                        """)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("year", year)
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
    }

    public void discard(UUID id) {
        jdbc.sql("delete from bulletin where id = :id and state = 'DRAFT'")
                .param("id", id)
                .update();
    }

    private void pictures(UUID id, BulletinContent content) {
        for (Typical typical : content.typical()) {
            for (UUID picture : new UUID[] {typical.before(), typical.after()}) {
                if (picture != null) {
                    jdbc.sql(
                                    "insert into bulletin_picture (bulletin_id, picture_id) values (:id, :picture) on conflict do nothing")
                            .param("id", id)
                            .param("picture", picture)
                            .update();
                }
            }
        }
    }

    private Stored row(ResultSet row, int n) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                row.getString("state").equals("PUBLISHED"),
                row.getString("title"),
                row.getString("area_code"),
                new Period(
                        row.getObject("period_first", LocalDate.class), row.getObject("period_last", LocalDate.class)),
                row.getObject("cutoff_at", OffsetDateTime.class).toInstant(),
                row.getObject("round_id", UUID.class),
                row.getObject("scheme_id", UUID.class),
                row.getString("number_word"),
                row.getObject("number_year", Integer.class),
                row.getObject("number_running", Integer.class),
                row.getInt("edition"),
                row.getObject("corrects_id", UUID.class),
                row.getString("correction_reason"),
                row.getObject("corrected_by", UUID.class),
                json.readValue(row.getString("content_text"), BulletinContent.class),
                row.getInt("characters"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"),
                instant(row.getObject("published_at", OffsetDateTime.class)),
                row.getInt("version"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
