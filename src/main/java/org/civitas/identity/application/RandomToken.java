package org.civitas.identity.application;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that nobody can guess. */
final class RandomToken {

    /** Without signs that are easily taken for each other. */
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomToken() {}

    /** 256 bits for a cookie. */
    static String forCookie() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    static byte[] bytes(int number) {
        byte[] bytes = new byte[number];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Five bits a sign, for people to type. */
    static String forPeople(int signs) {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < signs; i++) {
            token.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return token.toString();
    }
}
