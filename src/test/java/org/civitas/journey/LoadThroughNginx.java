package org.civitas.journey;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** People at their browsers: they report problems and read lists; what fails they send once more, and no more. */
final class LoadThroughNginx implements AutoCloseable {

    static final String WORDS = "强制结束时上报的路面破损";

    private final FrontNginx front;
    private final String area;
    private final Map<String, String> stored = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger mostTries = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private final ExecutorService people = Executors.newFixedThreadPool(4);
    private volatile boolean ended;

    /** What a person does. */
    private interface Request {
        NodeSession.Answer send() throws IOException;
    }

    LoadThroughNginx(FrontNginx front, String account, String password, String area) throws IOException {
        this.front = front;
        this.area = area;
        for (int person = 0; person < 4; person++) {
            NodeSession session = new NodeSession(front.trust()).signIn(front.url(), account, password);
            people.submit(person < 3 ? () -> report(session) : () -> read(session));
        }
    }

    /** The ids of acknowledged reports with the number of their case. */
    Map<String, String> stored() {
        return stored;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    int mostTries() {
        return mostTries.get();
    }

    /** Waits for so many further answers. */
    void awaitAnswers(int more) {
        int wanted = answers.get() + more;
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (answers.get() < wanted && faults.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("only " + answers + " answers of " + wanted);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private void report(NodeSession session) {
        while (!ended) {
            String id = UUID.randomUUID().toString();
            NodeSession.Answer answer = twiceAtMost(() -> session.post(
                    front.url(),
                    "/api/cases",
                    Map.of("requestId", id, "typeCode", "L030", "description", WORDS, "areaCode", area)));
            if (answer != null) {
                stored.put(id, answer.json().get("number").asString());
            }
        }
    }

    private void read(NodeSession session) {
        while (!ended) {
            twiceAtMost(() -> session.get(front.url(), "/api/cases?limit=10"));
        }
    }

    private NodeSession.@org.jspecify.annotations.Nullable Answer twiceAtMost(Request request) {
        String said = "";
        for (int attempt = 1; attempt <= 2; attempt++) {
            mostTries.accumulateAndGet(attempt, Math::max);
            try {
                NodeSession.Answer answer = request.send();
                if (answer.status() == 200) {
                    answers.incrementAndGet();
                    return answer;
                }
                said = answer.toString();
            } catch (IOException | RuntimeException e) {
                said = e.toString();
            }
        }
        faults.add(said);
        return null;
    }

    @Override
    public void close() {
        ended = true;
        people.close();
    }
}
