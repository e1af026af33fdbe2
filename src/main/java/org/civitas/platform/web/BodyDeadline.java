package org.civitas.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;

/**
 * Bounds the time in which a body comes in. The server itself waits for each piece anew, so that a client which sends a byte
 * now and then would hold a thread as long as it likes.
 *
 * <p>Stands at the connection and not at a filter, because parts of a form are read past every filter. What nobody read
 * (a request refused by its header) is taken here as well, under the same bound, instead of by the server without one.
 */
final class BodyDeadline extends ValveBase {

    private final BodySettings settings;

    BodyDeadline(BodySettings settings) {
        super(true);
        this.settings = settings;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request wire = request.getCoyoteRequest();
        InputBuffer plain = wire.getInputBuffer();
        var timed = new TimedInput(plain, settings);
        wire.setInputBuffer(timed);
        try {
            getNext().invoke(request, response);
            if (!request.isAsync() && !wholeBody(wire)) {
                response.finishResponse();
                rest(wire, timed);
            }
        } finally {
            if (!request.isAsync()) {
                wire.setInputBuffer(plain);
            }
        }
    }

    /** Takes what is still coming, so that the client has its answer before the connection is closed; else closes it. */
    private void rest(org.apache.coyote.Request wire, TimedInput timed) {
        boolean taken = false;
        try {
            taken = !wire.hasExpectation() && timed.skip(settings.mostUnread());
        } catch (IOException tooSlowOrGone) {
            taken = false;
        }
        if (!taken) {
            wire.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static boolean wholeBody(org.apache.coyote.Request wire) {
        var whole = new AtomicBoolean();
        wire.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
        return whole.get();
    }
}
