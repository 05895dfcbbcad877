package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.http.Exchange;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds what the tests of a class have made the hub ask, and how it was refused, against the published contracts, where
 * they are here. One exchange of each kind is enough. What was answered in full is not looked at: tests make orders up
 * that no contract allows.
 */
public final class HeldAgainstContracts {

    private static final Set<Integer> BEFORE_THE_API = Set.of(401, 403, 429);

    private HeldAgainstContracts() {}

    /** Fails if a request, or a refusal, is not as its contract has it; the exchanges are forgotten after that. */
    public static void check(Sandbox sandbox) {
        var exchanges = sandbox.exchanges().all();
        sandbox.exchanges().clear();
        if (!PublishedContract.missing().isEmpty()) {
            return;
        }
        var kinds = new LinkedHashMap<String, Exchange>();
        exchanges.forEach(exchange -> kinds.putIfAbsent(kind(exchange), exchange));
        Map<PublishedContract, PublishedContract.Judge> judges = new EnumMap<>(PublishedContract.class);
        var departures = new TreeSet<String>();
        for (var exchange : kinds.values()) {
            PublishedContract.of(exchange.api()).ifPresent(contract -> {
                var judge = judges.computeIfAbsent(contract, PublishedContract::judge);
                departures.addAll(
                        isRefusalOfTheApi(exchange.reply().status())
                                ? judge.departures(exchange)
                                : judge.departuresOfRequest(exchange));
            });
        }
        assertThat(departures).as("departures from the contracts").isEmpty();
    }

    /** What stands before an API refuses sign-ins and sheds load without a word of it in the contract. */
    private static boolean isRefusalOfTheApi(int status) {
        return status >= 300 && status < 500 && !BEFORE_THE_API.contains(status);
    }

    private static String kind(Exchange exchange) {
        var parameters = exchange.request().rawQuery().replaceAll("=[^&]*", "");
        var path = exchange.request().path().replaceAll("[0-9-]{4,}", "1");
        return exchange.api() + " " + exchange.request().method() + " " + path + "?" + parameters + " "
                + exchange.reply().status();
    }
}
