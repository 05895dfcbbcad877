package app.counterfoil.hub.channel;

import app.counterfoil.sandbox.http.Exchange;
import app.counterfoil.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Holds exchanges against the published contracts, and makes one wrong to see that it is found. */
final class Departures {

    private Departures() {}

    /** Where these exchanges depart from what is published, each once. */
    static List<String> of(List<Exchange> exchanges) {
        Map<PublishedContract, PublishedContract.Judge> judges = new EnumMap<>(PublishedContract.class);
        var departures = new ArrayList<String>();
        for (var exchange : exchanges) {
            PublishedContract.of(exchange.api())
                    .ifPresent(contract -> departures.addAll(judges.computeIfAbsent(contract, PublishedContract::judge)
                            .departures(exchange)));
        }
        return departures.stream().distinct().toList();
    }

    /** The first exchange of an API that has a body, as it would be if the hub had written it otherwise. */
    static List<Exchange> spoiled(List<Exchange> exchanges, String api, UnaryOperator<String> otherwise) {
        return exchanges.stream()
                .filter(exchange ->
                        exchange.api().equals(api) && exchange.request().body().length > 0)
                .limit(1)
                .map(exchange -> {
                    var asked = exchange.request();
                    var body = otherwise.apply(asked.text()).getBytes(StandardCharsets.UTF_8);
                    return new Exchange(
                            exchange.at(),
                            api,
                            new Request(asked.method(), asked.path(), asked.rawQuery(), asked.headers(), body),
                            exchange.reply(),
                            exchange.fault());
                })
                .toList();
    }
}
