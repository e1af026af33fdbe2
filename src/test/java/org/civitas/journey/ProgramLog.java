package org.civitas.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Searches what a program wrote to its log for what must never stand there: persons and secrets. */
final class ProgramLog {

    /** Passwords and cookies that the journeys of this run used. */
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private static final Map<String, Pattern> SHAPES = Map.of(
            "mobile number", Pattern.compile("(?<![0-9A-Za-z.-])(?:\\+?86[- ]?)?1[3-9]\\d{9}(?![0-9A-Za-z-])"),
            "land line", Pattern.compile("(?<![0-9A-Za-z.-])0\\d{2,3}-\\d{7,8}(?![0-9A-Za-z-])"),
            "identity number", Pattern.compile("(?<![0-9A-Za-z.-])[1-9]\\d{16}[0-9X](?![0-9A-Za-z-])"),
            "cookie", Pattern.compile("(?:CIVITAS_SESSION|XSRF-TOKEN)\\s*[=:]\\s*\\S{8}"),
            "key of a second factor", Pattern.compile("(?<![0-9A-Za-z])[A-Z2-7]{32}(?![0-9A-Za-z=])|otpauth://"),
            "password",
                    Pattern.compile("(?i)(?:password|passwd|pwd|secret|token)[\"']?\\s*[=:]\\s*[\"']?[^\\s?\"']{4}"));

    /** The demonstration says at its start how one signs in to it; nothing else may. */
    private static final Pattern DEMONSTRATION = Pattern.compile("\\.DemoRunner .*(?:密码都是|[a-z]+1–[a-z]+\\d)");

    private ProgramLog() {}

    /** Remembers what no log of this run may tell. */
    static void neverTell(String... secrets) {
        for (String secret : secrets) {
            if (secret.length() >= 8) {
                TOLD.add(secret);
            }
        }
    }

    static void neverTell(Collection<HttpCookie> cookies) {
        cookies.forEach(cookie -> neverTell(cookie.getValue()));
    }

    /**
     * The lines of a log that tell what they must not, each with what it tells.
     *
     * @param names of persons and of secret inspections
     */
    static List<String> leaks(Path log, Collection<String> names) {
        try {
            return leaks(Files.readAllLines(log), names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> leaks(Collection<String> lines, Collection<String> names) {
        var found = new ArrayList<String>();
        for (String line : lines) {
            if (DEMONSTRATION.matcher(line).find()) {
                continue;
            }
            SHAPES.forEach((what, shape) -> {
                if (shape.matcher(line).find()) {
                    found.add(what + ": " + line);
                }
            });
            names.stream().filter(line::contains).forEach(name -> found.add("name " + name + ": " + line));
            TOLD.stream().filter(line::contains).forEach(secret -> found.add("secret: " + line));
        }
        return found;
    }
}
