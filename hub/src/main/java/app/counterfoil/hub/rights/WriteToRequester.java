package app.counterfoil.hub.rights;

import app.counterfoil.hub.letter.Letter;
import app.counterfoil.hub.letter.SendLetters;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Reader;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes to whoever has asked, by e-mail, to the address that they gave with their request. Where the letter is a step, such
 * as asking who they are, sending it is that step.
 */
@Component
public class WriteToRequester {

    private static final String COMPLAIN =
            "You can complain to us about how we deal with your data, and to the Information Commissioner's Office,"
                    + " ico.org.uk, at any time.";

    private final Requests requests;
    private final HandleRequests handle;
    private final RequestLog log;
    private final SendLetters letters;
    private final Receipts receipts;
    private final SellerDetails sellers;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    WriteToRequester(
            Requests requests,
            HandleRequests handle,
            RequestLog log,
            SendLetters letters,
            Receipts receipts,
            SellerDetails sellers,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.requests = requests;
        this.handle = handle;
        this.log = log;
        this.letters = letters;
        this.receipts = receipts;
        this.sellers = sellers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The text of a letter, with what is known put in; what only a person can say is left as dots. Personal.
     *
     * @param receiptAddress where receipts of the shop are looked at, without their code
     */
    public String draft(
            SellerId seller, RightsRequest request, LetterTemplate template, Reader reader, String receiptAddress) {
        var name = requests.requester(seller, request, reader)
                .opened()
                .map(Requester::name)
                .filter(known -> !known.isBlank());
        return ("Dear " + name.orElse("customer") + ",\n\n" + template.text() + "\nYours sincerely\n"
                        + sellers.of(seller).tradingName() + "\n")
                .replace("{request}", request.name())
                .replace("{kind}", request.kind().title().toLowerCase(Locale.UK))
                .replace("{received}", Written.longDay(request.clock().receivedOn()))
                .replace("{time}", time(request))
                .replace("{corrected}", corrected(seller, request))
                .replace("{copy}", copy(request, receiptAddress))
                .replace("{receipt}", receipt(seller, request, receiptAddress))
                .replace("{complain}", COMPLAIN);
    }

    /**
     * Sends it, and takes the step that it is.
     *
     * @throws Refusal if they gave no e-mail address, or the step cannot be taken as the request stands
     */
    public void send(
            SellerId seller, UUID id, LetterTemplate template, String subjectLine, String text, Reader reader) {
        transactions.run(seller, () -> {
            var request = requests.one(seller, id);
            var to = requests.requester(seller, request, reader)
                    .opened()
                    .map(Requester::email)
                    .filter(address -> !address.isBlank())
                    .orElseThrow(NoAddress::new);
            template.step().ifPresent(step -> take(seller, id, step, reader.id()));
            var unused = letters.send(
                    seller,
                    new Letter(id, request.subject(), template.name(), to, subjectLine, text, request.recordEndsOn()));
            log.write(seller, id, Step.WRITTEN, template.name(), Optional.of(reader.id()));
        });
    }

    private void take(SellerId seller, UUID id, Step step, UUID person) {
        switch (step) {
            case ACKNOWLEDGED -> handle.acknowledged(seller, id, person);
            case IDENTITY_ASKED -> handle.identityAsked(seller, id, person);
            case CLARIFICATION_ASKED -> handle.clarificationAsked(seller, id, person);
            case EXTENDED -> handle.extended(seller, id, person);
            default -> throw new IllegalArgumentException("No step is taken by a letter: " + step);
        }
    }

    private String corrected(SellerId seller, RightsRequest request) {
        var steps = log.of(seller, request.id());
        var fields = steps.stream()
                .filter(step -> step.what() == Step.CORRECTED)
                .flatMap(step -> Stream.of(step.detail().split(", ")))
                .distinct()
                .collect(Collectors.joining(", "));
        var added = steps.stream().anyMatch(step -> step.what() == Step.STATEMENT_ADDED)
                ? " What you have told us stands beside what we hold, for whoever looks at it."
                : "";
        return (fields.isEmpty() ? "This is what we have done:\n\n…" : "This is right now: " + fields + ".") + added;
    }

    /** Where somebody fetches it who has asked from outside: on the shop's public page. */
    private static String copy(RightsRequest request, String receiptAddress) {
        return request.staff().isPresent()
                ? "You fetch it under Your data, for 14 days."
                : "You fetch it here, for 14 days; a code is sent to this address first:\n"
                        + receiptAddress.replaceAll("/receipts/([^/]*)/?$", "/privacy/$1/copy");
    }

    private String receipt(SellerId seller, RightsRequest request, String address) {
        return receipts.of(seller, request.id())
                .map(receipt ->
                        "This is your receipt. It names nobody, and you can look at any time whether it still holds:\n"
                                + address + receipt.code() + "\n\n")
                .orElse("");
    }

    private String time(RightsRequest request) {
        return request.clock()
                .dueOn(clock.today())
                .map(due -> request.kind() == RequestKind.COMPLAINT
                        ? "We look into it without delay, and tell you what came of it."
                        : "We answer it by " + Written.longDay(due) + " at the latest. It costs nothing.")
                .orElse("We answer it within a month of knowing that it is you who asks. It costs nothing.");
    }

    private static final class NoAddress extends Refusal {
        NoAddress() {
            super(
                    "They gave no e-mail address.",
                    "Copy the text, send it as they wrote to you, and say on the request's page that they know.");
        }
    }
}
