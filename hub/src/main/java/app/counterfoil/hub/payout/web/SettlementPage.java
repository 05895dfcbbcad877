package app.counterfoil.hub.payout.web;

import app.counterfoil.hub.accounting.AccountCodes;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.payout.CompareOrders;
import app.counterfoil.hub.payout.DifferenceKind;
import app.counterfoil.hub.payout.LineKind;
import app.counterfoil.hub.payout.LookNote;
import app.counterfoil.hub.payout.Settlement;
import app.counterfoil.hub.payout.SettlementJournal;
import app.counterfoil.hub.payout.Settlements;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One settlement: what it comes to by kind, down to its lines. */
@Controller
class SettlementPage {

    private static final String ONE = PayoutsPage.PATH + "/{id}";
    private static final int MOST = 100;
    private static final int AT_ONCE = 5_000;

    private static final int MOST_DIFFERENCES = 200;

    private final Settlements settlements;
    private final CompareOrders compare;
    private final SettlementJournal journal;
    private final AccountCodes codes;

    SettlementPage(Settlements settlements, CompareOrders compare, SettlementJournal journal, AccountCodes codes) {
        this.settlements = settlements;
        this.compare = compare;
        this.journal = journal;
        this.codes = codes;
    }

    /** Kinds that belong together, and what they come to. */
    public record Part(LineKind.Group group, Money sum, List<Settlements.Sum> sums) {}

    @GetMapping(ONE)
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        var settlement = settlements.one(me.seller(), id);
        var differences = compare.of(me.seller(), settlement);
        model.addAttribute("settlement", settlement);
        model.addAttribute("differences", differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size())));
        model.addAttribute("all", differences.size());
        model.addAttribute(
                "open",
                differences.stream().filter(each -> each.looked().isEmpty()).count());
        model.addAttribute("notes", LookNote.values());
        model.addAttribute("entry", journal.of(me.seller(), settlement));
        model.addAttribute("codes", codes.of(me.seller()));
        model.addAttribute("parts", parts(settlement, settlements.sums(me.seller(), settlement)));
        return "payout/settlement";
    }

    private static List<Part> parts(Settlement settlement, List<Settlements.Sum> sums) {
        var grouped = sums.stream()
                .collect(Collectors.groupingBy(
                        sum -> sum.kind().group(),
                        () -> new EnumMap<LineKind.Group, List<Settlements.Sum>>(LineKind.Group.class),
                        Collectors.toList()));
        return grouped.entrySet().stream()
                .map(each -> new Part(
                        each.getKey(),
                        each.getValue().stream()
                                .map(Settlements.Sum::sum)
                                .reduce(Money.zero(settlement.total().currency()), Money::plus),
                        each.getValue()))
                .toList();
    }

    /** Lines, all or of one kind and name, a page behind the line with that number. */
    @GetMapping(ONE + "/lines")
    String lines(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam Optional<LineKind> kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int behind,
            Model model) {
        if (behind < 0 || name.indexOf('\0') >= 0) {
            throw NotUsable.field(behind < 0 ? "behind" : "name", "Follow a link of the settlement.");
        }
        var settlement = settlements.one(me.seller(), id);
        var found = settlements.lines(me.seller(), settlement, kind, name, behind, MOST + 1);
        model.addAttribute("settlement", settlement);
        model.addAttribute("lines", found.subList(0, Math.min(MOST, found.size())));
        model.addAttribute("kind", kind.map(Enum::name).orElse(""));
        model.addAttribute("what", name.isEmpty() ? kind.map(LineKind::title).orElse("All lines") : name);
        model.addAttribute("name", name);
        model.addAttribute("next", found.size() > MOST ? found.get(MOST - 1).number() : 0);
        model.addAttribute("behind", behind);
        return "payout/lines";
    }

    @GetMapping(ONE + "/lines.csv")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var settlement = settlements.one(me.seller(), id);
        return csv("settlement-" + settlement.number(), csv(me, settlement));
    }

    @GetMapping(ONE + "/differences.csv")
    ResponseEntity<byte[]> differences(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var settlement = settlements.one(me.seller(), id);
        var text = new StringBuilder(LinesCsv.headingOfDifferences());
        compare.of(me.seller(), settlement).forEach(each -> text.append(LinesCsv.row(each)));
        return csv("differences-" + settlement.number(), text.toString());
    }

    private static ResponseEntity<byte[]> csv(String name, String text) {
        var as = ContentDisposition.attachment().filename(name + ".csv").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, as.toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private String csv(SignedIn me, Settlement settlement) {
        var text = new StringBuilder(LinesCsv.heading());
        var behind = 0;
        List<Settlements.Numbered> lines;
        do {
            lines = settlements.lines(me.seller(), settlement, Optional.empty(), "", behind, AT_ONCE);
            for (var line : lines) {
                text.append(LinesCsv.row(line));
                behind = line.number();
            }
        } while (lines.size() == AT_ONCE);
        return text.toString();
    }

    @PostMapping(ONE + "/looks")
    String look(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam DifferenceKind differenceKind,
            @RequestParam String orderNumber,
            @RequestParam LookNote lookNote,
            RedirectAttributes next) {
        var settlement = settlements.one(me.seller(), id);
        compare.say(me.seller(), settlement, differenceKind, orderNumber, lookNote, me.id());
        next.addFlashAttribute("toast", "Noted. It stands below what is still to be looked at.");
        return "redirect:" + PayoutsPage.PATH + "/" + id;
    }

    @PostMapping(ONE + "/looks/withdraw")
    String takeBack(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam DifferenceKind differenceKind,
            @RequestParam String orderNumber,
            RedirectAttributes next) {
        if (orderNumber.indexOf('\0') >= 0) {
            throw NotUsable.field("orderNumber", "Press the button beside a difference.");
        }
        compare.takeBack(me.seller(), settlements.one(me.seller(), id), differenceKind, orderNumber);
        next.addFlashAttribute("toast", "It is to be looked at again.");
        return "redirect:" + PayoutsPage.PATH + "/" + id;
    }

    @PostMapping(ONE + "/remove")
    String remove(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        settlements.remove(me.seller(), id);
        next.addFlashAttribute("toast", "Removed. Its file can be taken in again.");
        return "redirect:" + PayoutsPage.PATH;
    }
}
