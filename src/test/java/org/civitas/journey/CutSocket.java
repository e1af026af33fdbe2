package org.civitas.journey;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that speaks HTTP through a bare socket, so that it can break off wherever it likes. */
final class CutSocket implements AutoCloseable {

    private static final String BOUNDARY = "cut-off-boundary";

    private final Socket socket;
    private final OutputStream out;

    CutSocket(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        out = socket.getOutputStream();
    }

    /** A whole upload as bytes: head and body, to be sent as far as one likes. */
    static byte[] upload(ApiClient user, String path, String name, String type, byte[] file) {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        String request = head(user, "POST", path)
                + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\nContent-Length: "
                + (head.length + file.length + tail.length) + "\r\n\r\n";
        return joined(request.getBytes(StandardCharsets.UTF_8), head, file, tail);
    }

    static byte[] post(ApiClient user, String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String request = head(user, "POST", path) + "Content-Type: application/json\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        return joined(request.getBytes(StandardCharsets.UTF_8), body);
    }

    static byte[] get(ApiClient user, String path) {
        return (head(user, "GET", path) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String head(ApiClient user, String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + user.cookies() + "\r\nX-XSRF-TOKEN: "
                + user.token() + "\r\n";
    }

    private static byte[] joined(byte[]... parts) {
        var all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    void send(byte[] bytes, int from, int to) throws IOException {
        out.write(bytes, from, Math.min(to, bytes.length) - from);
        out.flush();
    }

    int read(int most) throws IOException {
        return socket.getInputStream().readNBytes(most).length;
    }

    /** Breaks off with a reset, as a phone does that leaves the network. */
    void cut() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
