package org.civitas.platform.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/** The names that both stores accept; whatever else might leave a space is refused. */
final class ContentKey {

    private static final Pattern SPACE = Pattern.compile("[a-z0-9_-]{1,60}");
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private ContentKey() {}

    static String space(String name) {
        if (!SPACE.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a space: " + name);
        }
        return name;
    }

    static String key(String sha256) {
        if (!KEY.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a key: " + sha256);
        }
        return sha256;
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException everyRuntimeHasIt) {
            throw new IllegalStateException(everyRuntimeHasIt);
        }
    }
}
