package app.counterfoil.hub.channel.web;

import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.channel.SyncState;
import app.counterfoil.hub.channel.SyncStates;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.Attention;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.LongWork;
import app.counterfoil.hub.shell.NavigationEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The seller's accounts at outside services: connect, download now, see how it went. */
@Controller
class ConnectionsPage {

    private final Accounts accounts;
    private final SyncStates states;
    private final ConnectChannel connectChannel;
    private final DownloadOrders downloadOrders;
    private final Attention attention;
    private final LongWork longWork;

    ConnectionsPage(
            Accounts accounts,
            SyncStates states,
            ConnectChannel connectChannel,
            DownloadOrders downloadOrders,
            Attention attention,
            LongWork longWork) {
        this.accounts = accounts;
        this.states = states;
        this.connectChannel = connectChannel;
        this.downloadOrders = downloadOrders;
        this.attention = attention;
        this.longWork = longWork;
    }

    @Bean
    static NavigationEntry connectionsEntry() {
        return new NavigationEntry("Connections", "/connections", "plug", "Set up", 70, Set.of("OWNER"));
    }

    @GetMapping("/connections")
    @PreAuthorize("hasRole('OWNER')")
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        Map<UUID, SyncState> byAccount =
                states.of(me.seller()).stream().collect(Collectors.toMap(SyncState::account, Function.identity()));
        model.addAttribute("accounts", accounts.of(me.seller()));
        model.addAttribute("states", byAccount);
        model.addAttribute("services", OutsideService.values());
        return "channel/connections";
    }

    @GetMapping("/connections/new")
    @PreAuthorize("hasRole('OWNER')")
    String form(@RequestParam OutsideService service, Model model) {
        model.addAttribute("service", service);
        model.addAttribute("name", "");
        return "channel/connect";
    }

    @PostMapping("/connections")
    @PreAuthorize("hasRole('OWNER')")
    String connect(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam OutsideService service,
            @RequestParam(defaultValue = "") String name,
            @RequestParam List<String> credential,
            Model model,
            RedirectAttributes next) {
        try {
            var account = connectChannel.connect(me.seller(), service, name, credential);
            next.addFlashAttribute("toast", account.name() + " is connected.");
            return service.isChannel() ? "redirect:" + download(me, account) : "redirect:/connections";
        } catch (Refusal refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("service", service);
            model.addAttribute("name", name);
            return "channel/connect";
        }
    }

    @GetMapping("/connections/{id}/credentials")
    @PreAuthorize("hasRole('OWNER')")
    String credentials(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        return renewing(account(me, id), model);
    }

    @PostMapping("/connections/{id}/credentials")
    @PreAuthorize("hasRole('OWNER')")
    String renew(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam List<String> credential,
            Model model,
            RedirectAttributes next) {
        var account = account(me, id);
        try {
            connectChannel.renew(account, credential);
        } catch (Refusal refused) {
            model.addAttribute("refused", refused);
            return renewing(account, model);
        }
        next.addFlashAttribute("toast", account.name() + " has new credentials.");
        return "redirect:/connections";
    }

    @PostMapping("/connections/{id}/remove")
    @PreAuthorize("hasRole('OWNER')")
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
        return "channel/connect";
    }

    @PostMapping("/connections/{id}/download")
    @PreAuthorize("hasRole('OWNER')")
    String download(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return "redirect:" + download(me, account(me, id));
    }

    @PostMapping("/attention/{id}/try")
    String tryAgain(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        var entry = attention.of(me.seller()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(NoSuchAccount::new);
        try {
            var sent = attention.sent(me, id).orElseThrow(NoSuchAccount::new);
            downloadOrders.tryAgain(account(me, entry.account()), entry.channelOrderId(), sent);
            next.addFlashAttribute("toast", "The order is taken in.");
        } catch (Refusal still) {
            next.addFlashAttribute("toast", "Not yet: " + still.wrong());
        }
        return "redirect:/attention";
    }

    private String download(SignedIn me, Account account) {
        return longWork.start(
                "Downloading orders from " + account.name(),
                me.seller().toString(),
                me.id().toString(),
                progress -> {
                    progress.report(0, 0, "Asking " + account.service().title() + " for what is new…");
                    downloadOrders.from(account);
                    var state = states.of(me.seller()).stream()
                            .filter(each -> each.account().equals(account.id()))
                            .findFirst()
                            .orElseThrow(NoSuchAccount::new);
                    var sentence = state.lastWrong().isBlank()
                            ? state.placed() + " new and " + state.changed() + " changed orders were taken in."
                            : state.lastWrong() + " " + state.lastMend();
                    return new LongWork.Done(sentence, "/orders", "Show the orders");
                });
    }

    private Account account(SignedIn me, UUID id) {
        return accounts.of(me.seller(), id).orElseThrow(NoSuchAccount::new);
    }

    /** There is no such account with this seller. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class NoSuchAccount extends Refusal {
        NoSuchAccount() {
            super("There is no such account.", "Look at the list under Connections.");
        }
    }
}
