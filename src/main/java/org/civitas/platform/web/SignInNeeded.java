package org.civitas.platform.web;

/** Nobody is signed in; answered as 401. */
public class SignInNeeded extends RuntimeException {

    public SignInNeeded() {
        super("请先登录，或登录已过期，请重新登录。");
    }
}
