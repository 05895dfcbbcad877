package app.counterfoil.sandbox.http;

import java.time.Instant;

/**
 * One exchange as it happened.
 *
 * @param at when
 * @param api the API's name
 * @param request what was asked, without credentials
 * @param reply what was answered
 */
public record Exchange(Instant at, String api, Request request, Reply reply) {}
