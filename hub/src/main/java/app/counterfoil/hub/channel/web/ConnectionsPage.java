package app.counterfoil.hub.channel.web;

import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadState;
import app.counterfoil.hub.channel.DownloadStates;
import app.counterfoil.hub.channel.RetryOrders;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.LongWork;
import app.counterfoil.hub.shell.NavigationEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The seller's accounts at outside services: connect, download now, see how it went. */
@Controller
class ConnectionsPage {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_CREDENTIAL = 2_000;

    private final Accounts accounts;
    private final DownloadStates states;
    private final ConnectChannel connectChannel;
    private final RetryOrders retryOrders;
    private final WatchedDownload watchedDownload;
    private final OrdersPutAside putAside;
    private final LongWork longWork;
    private final Recipients recipients;
    private final BusinessClock clock;

    ConnectionsPage(
            Accounts accounts,
            DownloadStates states,
            ConnectChannel connectChannel,
            RetryOrders retryOrders,
            WatchedDownload watchedDownload,
            OrdersPutAside putAside,
            LongWork longWork,
            Recipients recipients,
            BusinessClock clock) {
        this.accounts = accounts;
        this.states = states;
        this.connectChannel = connectChannel;
        this.retryOrders = retryOrders;
        this.watchedDownload = watchedDownload;
        this.putAside = putAside;
        this.longWork = longWork;
        this.recipients = recipients;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry connectionsEntry() {
        return new NavigationEntry("Connections", "/connections", "plug", "Set up", 70);
    }

    @GetMapping("/connections")
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        Map<UUID, DownloadState> byAccount =
                states.of(me.seller()).stream().collect(Collectors.toMap(DownloadState::account, Function.identity()));
        var mine = accounts.of(me.seller());
        model.addAttribute("accounts", mine);
        model.addAttribute(
                "running",
                mine.stream()
                        .filter(watchedDownload::isRunning)
                        .map(Account::id)
                        .collect(Collectors.toSet()));
        model.addAttribute("states", byAccount);
        model.addAttribute("services", OutsideService.values());
        model.addAttribute(
                "withoutAgreement",
                mine.stream()
                        .filter(account -> !hasAgreement(me, account.service()))
                        .map(Account::id)
                        .collect(Collectors.toSet()));
        return "channel/connections";
    }

    @GetMapping("/connections/new")
    String form(@AuthenticationPrincipal SignedIn me, @RequestParam OutsideService service, Model model) {
        model.addAttribute("name", "");
        return connecting(me, service, model);
    }

    private String connecting(SignedIn me, OutsideService service, Model model) {
        model.addAttribute("service", service);
        model.addAttribute("hasAgreement", hasAgreement(me, service));
        model.addAttribute("mayReceive", DataCategory.inWords(service.receives()));
        return "channel/connect";
    }

    private boolean hasAgreement(SignedIn me, OutsideService service) {
        return recipients.standing(me.seller(), service.name()).isPresent();
    }

    /** Credentials are read from the form itself: a list parameter would be cut at commas, and keys may hold some. */
    @PostMapping("/connections")
    String connect(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam OutsideService service,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            RedirectAttributes next) {
        try {
            var credentials = complete(service, name, form.getOrDefault("credential", List.of()));
            var account = connectChannel.connect(me.seller(), service, name, credentials);
            if (agreed && !hasAgreement(me, service)) {
                recipients.agree(me.seller(), service.usualAgreement(clock.today()), Optional.of(me.id()));
            }
            next.addFlashAttribute("toast", account.name() + " is connected.");
            return service.isChannel() ? "redirect:" + startDownload(me, account) : "redirect:/connections";
        } catch (Refusal refused) {
            model.addAttribute("refused", forTheForm(refused));
            model.addAttribute("name", name);
            model.addAttribute("agreed", agreed);
            model.addAttribute(
                    "typedId",
                    form.getOrDefault("credential", List.of()).stream()
                            .findFirst()
                            .orElse(""));
            return connecting(me, service, model);
        }
    }

    /** Here nobody tries again by themselves, and there is nothing yet to give new credentials to. */
    private static Refusal forTheForm(Refusal refused) {
        if (refused instanceof ServiceUnusable unusable) {
            return new NotTakenIn(unusable);
        }
        return refused;
    }

    @GetMapping("/connections/{id}/credentials")
    String credentials(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        return renewing(account(me, id), model);
    }

    @PostMapping("/connections/{id}/credentials")
    String renew(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            RedirectAttributes next) {
        var account = account(me, id);
        try {
            var credentials = form.getOrDefault("credential", List.of());
            connectChannel.renew(account, complete(account.service(), account.name(), credentials));
        } catch (Refusal refused) {
            model.addAttribute("refused", forTheForm(refused));
            model.addAttribute(
                    "typedId",
                    form.getOrDefault("credential", List.of()).stream()
                            .findFirst()
                            .orElse(""));
            return renewing(account, model);
        }
        next.addFlashAttribute("toast", account.name() + " has new credentials.");
        return "redirect:/connections";
    }

    @PostMapping("/connections/{id}/remove")
    String remove(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        var account = account(me, id);
        accounts.remove(account);
        next.addFlashAttribute(
                "toast", account.name() + " is removed and its credentials are destroyed. Its orders stay.");
        return "redirect:/connections";
    }

    private static String renewing(Account account, Model model) {
        model.addAttribute("service", account.service());
        model.addAttribute("name", account.name());
        model.addAttribute("account", account);
        model.addAttribute("hasAgreement", true);
        return "channel/connect";
    }

    private static List<String> complete(OutsideService service, String name, List<String> credentials) {
        var missing = new ArrayList<String>();
        for (int i = 0; i < service.credentials().size(); i++) {
            if (i >= credentials.size() || credentials.get(i).isBlank()) {
                missing.add(service.credentials().get(i));
            }
        }
        var tooLong = name.length() > LONGEST_NAME
                || credentials.stream().anyMatch(each -> each.length() > LONGEST_CREDENTIAL);
        if (!missing.isEmpty() || tooLong) {
            throw new NotComplete(service, missing);
        }
        return credentials.subList(0, service.credentials().size());
    }

    @PostMapping("/connections/{id}/download")
    String download(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        var account = account(me, id);
        if (!account.service().isChannel()) {
            throw new NoSuchAccount();
        }
        if (watchedDownload.isRunning(account)) {
            var refused = new WatchedDownload.RunsAlready(account);
            next.addFlashAttribute("toast", refused.wrong() + " " + refused.mend());
            return "redirect:/connections";
        }
        return "redirect:" + startDownload(me, account);
    }

    @PostMapping("/attention/{id}/try")
    String tryAgain(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        var entry = putAside.one(me.seller(), id).orElseThrow(NoSuchEntry::new);
        try {
            var account = accounts.of(me.seller(), entry.account()).orElseThrow(NotConnected::new);
            var still = retryOrders.now(me, account, entry);
            next.addFlashAttribute(
                    "toast",
                    still.map(why -> "Not yet: " + why.wrong() + " " + why.mend())
                            .orElse("The order is taken in."));
        } catch (Refusal still) {
            next.addFlashAttribute("toast", "Not yet: " + still.wrong() + " " + still.mend());
        }
        return "redirect:/attention";
    }

    private String startDownload(SignedIn me, Account account) {
        return longWork.start(
                "Downloading orders from " + account.name(),
                me.seller().toString(),
                me.id().toString(),
                new LongWork.Back("/connections", "Back to the connections"),
                progress -> watchedDownload.run(account, progress));
    }

    private Account account(SignedIn me, UUID id) {
        return accounts.of(me.seller(), id).orElseThrow(NoSuchAccount::new);
    }

    /** The service did not take the credentials, or could not be asked; nothing of them was kept. */
    static final class NotTakenIn extends Refusal {
        NotTakenIn(ServiceUnusable unusable) {
            super(
                    unusable.wrong(),
                    unusable.kind() == ServiceUnusable.Kind.SIGN_IN
                            ? "Nothing was kept. Copy each of them again, whole and without spaces, and try once more."
                            : "Nothing was kept. Type them again in a few minutes and try once more.");
        }
    }

    /** There is no such account with this seller. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class NoSuchAccount extends Refusal {
        NoSuchAccount() {
            super("There is no such account.", "Look at the list under Connections.");
        }
    }

    /** The account of an order that waits is not connected any more. */
    private static final class NotConnected extends Refusal {
        NotConnected() {
            super("Its channel account is not connected any more.", "Connect it again, or say that it is dealt with.");
        }
    }

    /** There is no such entry with this seller, or what was sent has ended. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class NoSuchEntry extends Refusal {
        NoSuchEntry() {
            super(
                    "This order waits here no more.",
                    "Look at the list under Needs attention, or search for its number.");
        }
    }

    /** Something the service asks for is missing or longer than any key. */
    static final class NotComplete extends Refusal {
        NotComplete(OutsideService service, List<String> missing) {
            super(
                    missing.isEmpty()
                            ? "The name or a credential is too long."
                            : "Missing: " + String.join(", ", missing) + ".",
                    missing.isEmpty()
                            ? "A name has at most " + LONGEST_NAME + " characters, a credential " + LONGEST_CREDENTIAL
                                    + "."
                            : "Copy " + (missing.size() == 1 ? "it" : "them") + " from " + service.whereToFind() + ".");
        }
    }
}
