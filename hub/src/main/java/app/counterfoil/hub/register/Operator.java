package app.counterfoil.hub.register;

import app.counterfoil.hub.custody.ChosenHosts;
import app.counterfoil.hub.custody.ChosenHosts.ChosenHost;
import app.counterfoil.vault.Loopback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who runs the installation, as processor for its shops, and who works for them (Art 28(2) and (4), Art 30(2)(a)).
 *
 * @param name their name
 * @param address where they are
 * @param reach how they are reached: an e-mail address or a phone number
 * @param officer their data protection officer and how they are reached, or blank where none is needed
 * @param subProcessors all who do something of it for them
 */
@ConfigurationProperties("counterfoil.operator")
public record Operator(
        @DefaultValue("") String name,
        @DefaultValue("") String address,
        @DefaultValue("") String reach,
        @DefaultValue("") String officer,
        @DefaultValue List<SubProcessor> subProcessors) {

    /**
     * Somebody who does a part of it for the operator.
     *
     * @param name who
     * @param does what, such as "runs the servers"
     * @param country where
     * @param safeguard what protects the data in a country outside, such as "IDTA of 2026-03-01"; blank where none is needed
     * @param hosts the machines of theirs that the settings name
     */
    public record SubProcessor(
            String name,
            @DefaultValue("") String does,
            @DefaultValue("") String country,
            @DefaultValue("") String safeguard,
            @DefaultValue List<String> hosts) {

        /** All but the name, in one line. */
        public String inWords() {
            return String.join(
                    "; ",
                    Stream.of(does, country, safeguard)
                            .filter(each -> !each.isBlank())
                            .toList());
        }
    }

    /** Copies the list. */
    public Operator {
        subProcessors = List.copyOf(subProcessors);
    }

    /** Name, address and how they are reached in one line; empty while it is not said who they are. */
    public Optional<String> inOneLine() {
        return name.isBlank()
                ? Optional.empty()
                : Optional.of(String.join(
                        ", ",
                        Stream.of(name, address, reach)
                                .filter(each -> !each.isBlank())
                                .toList()));
    }

    /** What their record ought to say and does not, in sentences that tell which setting mends it. */
    List<String> missing(Stream<ChosenHosts> chosen) {
        var missing = new ArrayList<String>();
        if (name.isBlank() || reach.isBlank()) {
            missing.add(
                    "Whoever runs this installation has not said who they are: counterfoil.operator.name and .reach.");
        }
        chosen.flatMap(each -> each.hosts().stream())
                .filter(each -> !Loopback.isHost(each.host()))
                .filter(each ->
                        subProcessors.stream().noneMatch(one -> one.hosts().contains(each.host())))
                .map(Operator::unnamed)
                .forEach(missing::add);
        return missing;
    }

    private static String unnamed(ChosenHost host) {
        return host.host() + " is sent " + host.receives()
                + ", and no sub-processor is said to run it: counterfoil.operator.sub-processors[n].hosts.";
    }
}
