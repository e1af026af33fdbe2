package org.civitas.standard.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.StaleVersion;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.EditionState;
import org.civitas.standard.Editions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The editions of the city. */
@Repository
public class EditionTable implements Editions {

    private static final String COLUMNS = "id, code, number, name, level, note, state, revision";

    private final JdbcClient jdbc;
    private final ContentTable contents;
    private final Clock clock;

    EditionTable(JdbcClient jdbc, ContentTable contents, Clock clock) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.clock = clock;
    }

    @Override
    public List<Edition> all() {
        return jdbc.sql("select " + COLUMNS + """
                         from edition
                        order by case state when 'IN_USE' then 0 when 'DRAFT' then 1 else 2 end, code, number desc
                        """).query(EditionTable::edition).list();
    }

    @Override
    public Optional<Edition> current() {
        return jdbc.sql("select " + COLUMNS + """
                         from edition where state = 'IN_USE'
                        order by level <> '城市', used_at desc, id limit 1
                        """).query(EditionTable::edition).optional();
    }

    @Override
    public Optional<Edition> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from edition where id = ?")
                .param(id)
                .query(EditionTable::edition)
                .optional();
    }

    public Edition need(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("测评体系"));
    }

    @Override
    public EditionContent content(UUID id) {
        return contents.of(need(id));
    }

    /** The number that the next version of an index gets; versions of one index are numbered by one writer at a time. */
    public int nextNumber(String code) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(current_schema() || 'edition' || ?))")
                .param(code)
                .query((row, n) -> "")
                .single();
        return jdbc.sql("select coalesce(max(number), 0) + 1 from edition where code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    public void insert(EditionContent content) {
        Edition edition = content.edition();
        jdbc.sql("""
                        insert into edition (id, code, number, name, level, note, state, revision, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        edition.id(),
                        edition.code(),
                        edition.number(),
                        edition.name(),
                        edition.level(),
                        edition.note(),
                        edition.state().name(),
                        edition.revision(),
                        Timestamp.from(clock.instant()))
                .update();
        contents.insert(content);
    }

    /** Moves an edition to a state. @throws StaleVersion when somebody was faster */
    public void move(Edition edition, EditionState to) {
        int rows = jdbc.sql("""
                        update edition
                           set state = :state, revision = revision + 1,
                               used_at = case when :state = 'IN_USE' then cast(:now as timestamptz) else used_at end
                         where id = :id and revision = :revision
                        """)
                .param("state", to.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", edition.id())
                .param("revision", edition.revision())
                .update();
        requireOne(rows);
    }

    /** Notes that an edition's content was changed. @throws StaleVersion when somebody was faster */
    public void touch(UUID id, int revision) {
        requireOne(jdbc.sql("update edition set revision = revision + 1 where id = ? and revision = ?")
                .params(id, revision)
                .update());
    }

    /** Changes what a draft is called. @throws StaleVersion when somebody was faster */
    public void rename(UUID id, String name, String level, String note, int revision) {
        requireOne(jdbc.sql("""
                        update edition set name = ?, level = ?, note = ?, revision = revision + 1 where id = ? and revision = ?
                        """).params(name, level, note, id, revision).update());
    }

    /** Puts the tree of {@code after} in place of that of {@code before}, with what check items serve and what corresponds. */
    public void replaceTree(EditionContent before, EditionContent after) {
        contents.replaceTree(before, after);
    }

    public void delete(UUID id) {
        jdbc.sql("delete from edition where id = ?").param(id).update();
    }

    private static void requireOne(int rows) {
        if (rows == 0) {
            throw new StaleVersion();
        }
    }

    private static Edition edition(ResultSet row, int number) throws SQLException {
        return new Edition(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getInt("number"),
                row.getString("name"),
                row.getString("level"),
                row.getString("note"),
                EditionState.valueOf(row.getString("state")),
                row.getInt("revision"));
    }
}
