package app.counterfoil.sandbox.http;

import app.counterfoil.sandbox.fault.Fault;
import java.time.Instant;
import java.util.Optional;

/**
 * One exchange as it happened.
 *
 * @param at when
 * @param api the API's name, or {@code none} for a path that no API serves
 * @param request what was asked, without credentials
 * @param reply what was answered, as far as it was sent; its status is 0 if nothing was
 * @param fault the fault that met it
 */
public record Exchange(Instant at, String api, Request request, Reply reply, Optional<Fault> fault) {}
