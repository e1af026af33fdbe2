package org.civitas.platform.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 限流设置 — how many requests a minute are taken; 0 = no limit. All but log-ins are counted by each node for itself.
 *
 * @param logIns attempts to sign in from one address, over all nodes together
 * @param anonymous requests without a session from one address
 * @param searches searches of one account
 * @param exports workbooks and papers made for one account
 * @param uploads files sent by one account
 * @param requests requests of any kind by one account; generous, it only stops a program that has run wild
 * @param bodyBytes largest body of a request that is no file upload
 */
@ConfigurationProperties("civitas.limits")
public record LimitSettings(
        @DefaultValue("120") int logIns,
        @DefaultValue("6000") int anonymous,
        @DefaultValue("300") int searches,
        @DefaultValue("120") int exports,
        @DefaultValue("1200") int uploads,
        @DefaultValue("240000") int requests,
        @DefaultValue("1048576") long bodyBytes) {}
