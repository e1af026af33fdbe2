package org.civitas.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the SQL statements that this thread sends while some work runs, by what Spring's template says of itself. */
public final class Statements {

    /** The work to be counted. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private Statements() {}

    /** The statements of the work, in order; without what {@code ChangeWatch} asks after a request. */
    public static List<String> during(Work work) throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        String thread = Thread.currentThread().getName();
        List<String> sent = new ArrayList<>();
        AppenderBase<ILoggingEvent> hearing = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                String words = event.getFormattedMessage();
                if (event.getThreadName().equals(thread)
                        && words.startsWith("Executing")
                        && words.contains("[")
                        && !words.contains(ChangeWatch.QUESTION)) {
                    sent.add(words);
                }
            }
        };
        hearing.start();
        Level before = logger.getLevel();
        boolean additive = logger.isAdditive();
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        logger.addAppender(hearing);
        try {
            work.run();
        } finally {
            logger.detachAppender(hearing);
            logger.setLevel(before);
            logger.setAdditive(additive);
        }
        return sent;
    }
}
