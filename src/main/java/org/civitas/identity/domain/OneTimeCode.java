package org.civitas.identity.domain;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * 验证码 — the six digits of an authenticator (RFC 6238: SHA-1, 30 seconds).
 *
 * <p>One step before and after now is taken too, for clocks that run apart.
 */
public final class OneTimeCode {

    /** Bytes of a secret (RFC 4226 recommends 160 bits). */
    public static final int SECRET_BYTES = 20;

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final long STEP_SECONDS = 30;

    private OneTimeCode() {}

    /** The time step in which the code is right, or nothing. */
    public static OptionalLong step(byte[] secret, String code, Instant now) {
        long present = now.getEpochSecond() / STEP_SECONDS;
        for (long step = present - 1; step <= present + 1; step++) {
            if (MessageDigest.isEqual(
                    at(secret, step).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** The code of a time step. */
    static String at(byte[] secret, long step) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(secret, CODES.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP_SECONDS),
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret as people type it. */
    public static String words(byte[] secret) {
        return new Base32().encodeAsString(secret).replace("=", "");
    }

    /** The address that an authenticator reads from the picture. */
    public static String address(byte[] secret, String system, String login) {
        return "otpauth://totp/" + encoded(system) + ":" + encoded(login) + "?secret=" + words(secret) + "&issuer="
                + encoded(system);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
