package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.NamesRecipients;
import app.counterfoil.hub.letter.LetterFacts;
import app.counterfoil.hub.letter.LetterState;
import app.counterfoil.hub.letter.Letters;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.rights.Bundles;
import app.counterfoil.hub.rights.ContactOfRequester;
import app.counterfoil.hub.rights.FoundOrder;
import app.counterfoil.hub.rights.HeldOnRequester;
import app.counterfoil.hub.rights.IdentityProof;
import app.counterfoil.hub.rights.LetterTemplate;
import app.counterfoil.hub.rights.NoticeLeftOut;
import app.counterfoil.hub.rights.Notices;
import app.counterfoil.hub.rights.PutAsideOnRequest;
import app.counterfoil.hub.rights.Receipts;
import app.counterfoil.hub.rights.RefusalReason;
import app.counterfoil.hub.rights.RequestKind;
import app.counterfoil.hub.rights.RequestLog;
import app.counterfoil.hub.rights.RequestState;
import app.counterfoil.hub.rights.Requests;
import app.counterfoil.hub.rights.RestrictOnRequest;
import app.counterfoil.hub.rights.RightsRequest;
import app.counterfoil.hub.rights.Side;
import app.counterfoil.hub.rights.StaffRequests;
import app.counterfoil.hub.rights.Step;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.Shown;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One request: who has asked, how much time is left, what is held on them, and what was done about it. */
@Controller
class RequestPage {

    private final Requests requests;
    private final HeldOnRequester heldOn;
    private final StaffRequests ofStaff;
    private final PutAsideOnRequest putAside;
    private final RestrictOnRequest restrict;
    private final ContactOfRequester contact;
    private final RequestLog log;
    private final Bundles bundles;
    private final Letters letters;
    private final Notices notices;
    private final Receipts receipts;
    private final FilesOfRequest files;
    private final Orders orders;
    private final PeopleOfTheShop people;
    private final NamesRecipients names;
    private final Shown shown;
    private final BusinessClock clock;

    RequestPage(
            Requests requests,
            HeldOnRequester heldOn,
            StaffRequests ofStaff,
            PutAsideOnRequest putAside,
            RestrictOnRequest restrict,
            ContactOfRequester contact,
            RequestLog log,
            Bundles bundles,
            Letters letters,
            Notices notices,
            Receipts receipts,
            FilesOfRequest files,
            Orders orders,
            PeopleOfTheShop people,
            NamesRecipients names,
            Shown shown,
            BusinessClock clock) {
        this.requests = requests;
        this.heldOn = heldOn;
        this.ofStaff = ofStaff;
        this.putAside = putAside;
        this.restrict = restrict;
        this.contact = contact;
        this.log = log;
        this.bundles = bundles;
        this.letters = letters;
        this.notices = notices;
        this.receipts = receipts;
        this.files = files;
        this.orders = orders;
        this.people = people;
        this.names = names;
        this.shown = shown;
        this.clock = clock;
    }

    /** An order that was found, by what, and whether it names two people. */
    public record Candidate(FoundOrder found, OrderFacts order, boolean two) {}

    /** What is held for an order, and who received what of it, in sentences. */
    public record Held(HeldOnRequester.OfOrder of, List<String> received) {}

    /** A letter, and whether it can be tried again. */
    public record Sent(LetterFacts letter, String title, boolean triable) {}

    /** A recipient who is to be told, and whether it is time to ask them again. */
    public record ToTell(Notices.Notice notice, String name, boolean again) {}

    /** Something that was done: what, when and by whom. */
    public record Done(String what, String detail, String when) {}

    @GetMapping(RequestListPage.PATH + "/{id}")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        var seller = me.seller();
        var request = requests.one(seller, id);
        model.addAttribute("request", request);
        time(request, model);
        model.addAttribute(
                "requester", requests.requester(seller, request, me).opened().orElse(null));
        model.addAttribute("isOpen", request.state() == RequestState.OPEN);
        held(me, request, model);
        model.addAttribute("steps", steps(me, id));
        model.addAttribute("letters", letters(me, id));
        model.addAttribute("notices", notices(me, id));
        model.addAttribute("leftOuts", NoticeLeftOut.values());
        model.addAttribute("receipt", receipts.of(seller, id).orElse(null));
        model.addAttribute("shopId", seller.toString());
        model.addAttribute("templates", LetterTemplate.fitting(request.kind()));
        model.addAttribute("bundle", bundles.latest(seller, id).orElse(null));
        model.addAttribute("proofs", IdentityProof.fitting(request.staff().isPresent()));
        model.addAttribute("reasons", RefusalReason.values());
        return "rights/request";
    }

    /** What is held, on orders, on an account, and of what could not be taken in. */
    private void held(SignedIn me, RightsRequest request, Model model) {
        var seller = me.seller();
        var held = heldOn.look(seller, request.id(), me, "REQUEST_PAGE").stream()
                .map(order -> new Held(
                        order, order.received().stream().map(this::inWords).toList()))
                .toList();
        model.addAttribute("held", held);
        model.addAttribute("files", files.naming(me, held.stream().map(Held::of).toList()));
        var two = held.stream()
                .filter(each -> each.of().two())
                .map(each -> each.of().order().id().value())
                .collect(Collectors.toSet());
        model.addAttribute(
                "found",
                candidates(me, request.id(), two).stream()
                        .filter(each -> request.state() == RequestState.OPEN
                                || each.found().theirs())
                        .toList());
        model.addAttribute("sides", Side.values());
        model.addAttribute("namesTwo", held.stream().anyMatch(each -> each.of().namesTwo()));
        model.addAttribute(
                "isRestricted",
                held.stream().anyMatch(each -> each.of().restricted())
                        || restrict.isRestrictedAccount(seller, request)
                        || contact.isRestricted(seller, request, me));
        var account = ofStaff.look(seller, request, me, "REQUEST_PAGE");
        model.addAttribute("account", account.orElse(null));
        var aside = putAside.of(seller, request.id());
        model.addAttribute("aside", aside);
        var apart = contact.look(seller, request, me, "REQUEST_PAGE");
        model.addAttribute("apart", apart);
        model.addAttribute(
                "holdsSomething", !held.isEmpty() || !apart.isEmpty() || account.isPresent() || erases(request, aside));
    }

    private static boolean erases(RightsRequest request, List<OrdersPutAside.Entry> aside) {
        return request.kind() == RequestKind.ERASURE && !aside.isEmpty();
    }

    private void time(RightsRequest request, Model model) {
        var today = clock.today();
        model.addAttribute("left", TimeLeft.of(request, today));
        model.addAttribute("due", request.clock().dueOn(today).orElse(null));
        model.addAttribute(
                "holdsUntil",
                request.carryOutFrom().filter(clock.now()::isBefore).orElse(null));
        model.addAttribute("isOverdue", request.isOverdue(today));
        model.addAttribute(
                "mayExtend",
                request.state() == RequestState.OPEN && request.clock().isExtendable(today));
    }

    private List<Candidate> candidates(SignedIn me, UUID id, Set<UUID> two) {
        var found = requests.orders(me.seller(), id).stream()
                .collect(Collectors.toMap(FoundOrder::order, Function.identity()));
        return orders.of(me.seller(), found.keySet().stream().map(OrderId::new).toList()).stream()
                .flatMap(order -> Optional.ofNullable(found.get(order.id().value())).stream()
                        .map(each -> new Candidate(
                                each, order, two.contains(order.id().value()))))
                .sorted(Comparator.comparing((Candidate each) -> each.order().placedAt())
                        .reversed())
                .toList();
    }

    private String inWords(Disclosure.Entry entry) {
        return names.nameOf(entry.what().recipient()) + ", " + shown.dayOf(entry.at()) + ": "
                + DataCategory.inWords(entry.what().categories());
    }

    private List<Done> steps(SignedIn me, UUID id) {
        var staff = staff(me);
        return log.of(me.seller(), id).stream()
                .map(step -> new Done(
                        title(step.what()),
                        step.detail().isEmpty() ? "" : shown.words(step.detail()),
                        shown.moment(step.at()) + ", "
                                + step.person()
                                        .map(person -> staff.getOrDefault(person, "somebody who left"))
                                        .orElse("by itself")))
                .toList();
    }

    private List<Sent> letters(SignedIn me, UUID id) {
        return letters.about(me.seller(), id).stream()
                .map(letter -> new Sent(
                        letter,
                        LetterTemplate.valueOf(letter.template()).title(),
                        letter.state() == LetterState.REFUSED || letter.state() == LetterState.BOUNCED))
                .toList();
    }

    private List<ToTell> notices(SignedIn me, UUID id) {
        return notices.of(me.seller(), id).stream()
                .map(notice ->
                        new ToTell(notice, names.nameOf(notice.recipient()), notice.isToBeAskedAgain(clock.today())))
                .toList();
    }

    private static String title(Step step) {
        return step.title();
    }

    private Map<UUID, String> staff(SignedIn me) {
        var staff = new HashMap<UUID, String>();
        people.of(me).forEach(person -> staff.put(person.id(), person.shownName()));
        staff.put(HubJob.RETENTION.id(), "by itself");
        staff.put(HubJob.REQUESTS.id(), "by itself");
        return staff;
    }
}
