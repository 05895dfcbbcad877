package app.counterfoil.hub.channel;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.TriesCredentials;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Connects an account at a channel or courier: its credentials are tried at once, and kept only if they are accepted. */
@Component
public class ConnectChannel {

    private final Map<OutsideService, TriesCredentials> services;
    private final Accounts accounts;
    private final DownloadStates states;

    ConnectChannel(List<TriesCredentials> services, Accounts accounts, DownloadStates states) {
        this.services = services.stream().collect(Collectors.toMap(TriesCredentials::service, Function.identity()));
        this.accounts = accounts;
        this.states = states;
    }

    /**
     * Connects the account.
     *
     * @throws CredentialsIncomplete if one is missing
     * @throws app.counterfoil.hub.connection.ServiceUnusable if the service does not accept them
     */
    public Account connect(SellerId seller, OutsideService service, String name, List<String> credentials) {
        var given = accepted(service, credentials);
        var account = accounts.connect(seller, service, name.isBlank() ? service.title() : name.strip(), given);
        if (service.isChannel()) {
            states.add(account);
        }
        return account;
    }

    /**
     * Gives an account new credentials; it goes on where it was.
     *
     * @throws CredentialsIncomplete if one is missing
     * @throws app.counterfoil.hub.connection.ServiceUnusable if the service does not accept them
     */
    public void renew(Account account, List<String> credentials) {
        accounts.renew(account, accepted(account.service(), credentials));
        states.dueAtOnce(account);
    }

    private List<String> accepted(OutsideService service, List<String> credentials) {
        var given = credentials.stream().map(String::strip).toList();
        for (int i = 0; i < service.credentials().size(); i++) {
            if (i >= given.size() || given.get(i).isBlank()) {
                throw new CredentialsIncomplete(service, service.credentials().get(i));
            }
        }
        var tried = services.get(service);
        return tried == null ? given : tried.accepted(given);
    }

    /** A credential is missing. */
    public static final class CredentialsIncomplete extends Refusal {
        CredentialsIncomplete(OutsideService service, String missing) {
            super("The " + missing + " is missing.", "Copy it from " + service.whereToFind() + ".");
        }
    }
}
