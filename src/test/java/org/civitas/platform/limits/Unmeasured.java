package org.civitas.platform.limits;

import java.nio.charset.StandardCharsets;
import org.springframework.mock.web.MockHttpServletRequest;

/** A request that does not say how long its body is, as with chunks. */
final class Unmeasured extends MockHttpServletRequest {

    private Unmeasured(MockHttpServletRequest like) {
        super(like.getServletContext(), like.getMethod(), like.getRequestURI());
    }

    static MockHttpServletRequest of(MockHttpServletRequest like, String body) {
        Unmeasured request = new Unmeasured(like);
        like.getAttributeNames()
                .asIterator()
                .forEachRemaining(name -> request.setAttribute(name, like.getAttribute(name)));
        like.getHeaderNames().asIterator().forEachRemaining(name -> request.addHeader(name, like.getHeader(name)));
        like.getParameterMap().forEach(request::setParameter);
        request.setSession(like.getSession());
        request.setContentType(like.getContentType());
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    @Override
    public long getContentLengthLong() {
        return -1;
    }

    @Override
    public int getContentLength() {
        return -1;
    }
}
