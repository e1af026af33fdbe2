package org.civitas.casework.persistence;

import java.util.UUID;
import org.civitas.inspection.FeedPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the feeds of other modules have been read; written in the transaction of the effect. */
@Repository
public class FeedPositions {

    private final JdbcClient jdbc;

    FeedPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The position, held so that two readers never read the same rows. */
    public FeedPosition lock(String consumer) {
        jdbc.sql(
                        "insert into case_feed_position (consumer, epoch, tx, id) values (:consumer, 0, 0, :zero) on conflict do nothing")
                .param("consumer", consumer)
                .param("zero", new UUID(0, 0))
                .update();
        return jdbc.sql("select epoch, tx, id from case_feed_position where consumer = :consumer for update")
                .param("consumer", consumer)
                .query((row, n) ->
                        new FeedPosition(row.getInt("epoch"), row.getLong("tx"), row.getObject("id", UUID.class)))
                .single();
    }

    /** The position as it is, for who only looks. */
    public FeedPosition at(String consumer) {
        return jdbc.sql("select epoch, tx, id from case_feed_position where consumer = :consumer")
                .param("consumer", consumer)
                .query((row, n) ->
                        new FeedPosition(row.getInt("epoch"), row.getLong("tx"), row.getObject("id", UUID.class)))
                .optional()
                .orElse(FeedPosition.START);
    }

    public void store(String consumer, FeedPosition position) {
        jdbc.sql("update case_feed_position set epoch = :epoch, tx = :tx, id = :id where consumer = :consumer")
                .param("epoch", position.epoch())
                .param("tx", position.xid())
                .param("id", position.id())
                .param("consumer", consumer)
                .update();
    }
}
