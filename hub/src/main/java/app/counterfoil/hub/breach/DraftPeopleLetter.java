package app.counterfoil.hub.breach;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.register.KeptPart;
import app.counterfoil.hub.register.KeptText;
import app.counterfoil.hub.register.KeptTexts;
import app.counterfoil.hub.register.RegisterTexts;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Purpose;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Drafts the letter to the people from what is written of the incident. It has what Art 34(2) asks for, in plain words: what
 * has happened, what may follow, what is done and what they can do, and whom to ask.
 */
@Component
class DraftPeopleLetter {

    private static final String TEXT =
            """
            Hello,

            something has happened to personal data that we hold about you. We are sorry, and we want you to know what it means.

            What has happened
            {happened}

            Which data it is about
            {data}

            What may follow for you
            {consequences}

            What we have done, and what you can do
            {measures}

            Whom to ask
            {contact}

            You may also complain to the Information Commissioner's Office: https://ico.org.uk/make-a-complaint/

            We never ask for a password or for money in a letter like this.

            {shop}
            """;

    private static final EnumSet<Purpose> OF_ORDERS =
            EnumSet.of(Purpose.DELIVERY, Purpose.LABEL, Purpose.SERVICE, Purpose.TAX_RECORD);

    private final CountRecords kinds;
    private final ContactsInScope contacts;
    private final SellerDetails details;
    private final RegisterTexts register;

    DraftPeopleLetter(CountRecords kinds, ContactsInScope contacts, SellerDetails details, RegisterTexts register) {
        this.kinds = kinds;
        this.contacts = contacts;
        this.details = details;
        this.register = register;
    }

    PeopleLetter of(SignedIn reader, CaseFile file, BreachTexts texts) {
        var shop = details.of(reader.seller()).tradingName();
        var kept = register.of(reader);
        var text = TEXT.replace("{happened}", said(texts.happened()))
                .replace("{data}", said(data(reader.seller(), file)))
                .replace("{consequences}", said(texts.consequences()))
                .replace("{measures}", said(texts.measures()))
                .replace("{contact}", said(contact(kept)))
                .replace("{shop}", shop);
        return new PeopleLetter("About your personal data at " + shop, text);
    }

    /** All get the same letter, those who bought, who work for the shop, who signed up: each reads what is theirs. */
    private String data(SellerId seller, CaseFile file) {
        var counted = file.scopes().stream()
                .flatMap(scope -> scope.found().categories().stream())
                .collect(Collectors.toSet());
        var elsewhere = categories(EnumSet.complementOf(OF_ORDERS));
        elsewhere.removeAll(categories(OF_ORDERS));
        var parts = new ArrayList<String>();
        if (!file.orders().isEmpty()
                || (file.staff().isEmpty() && file.contacts().isEmpty())) {
            parts.add(inWords(counted, category -> !elsewhere.contains(category)));
        }
        contacts.whose(seller, file.contacts()).values().stream()
                .distinct()
                .sorted()
                .map(whose -> of(whose) + inWords(counted, contacts.categories(whose)::contains))
                .forEach(parts::add);
        if (!file.staff().isEmpty()) {
            parts.add("If you work for us, or have done: "
                    + inWords(counted, categories(EnumSet.of(Purpose.STAFF))::contains));
        }
        return parts.stream()
                .filter(part -> !part.isEmpty() && !part.endsWith(": "))
                .collect(Collectors.joining("\n"));
    }

    private static String of(DataSubjects whose) {
        return whose == DataSubjects.SUBSCRIBERS
                ? "If you have signed up to hear from us: "
                : "If you have asked us about your data: ";
    }

    private Set<String> categories(Set<Purpose> purposes) {
        return kinds.declared().stream()
                .filter(kind -> purposes.contains(kind.purpose()))
                .flatMap(kind -> kind.holds().categories().stream())
                .collect(Collectors.toSet());
    }

    private static String inWords(Set<String> counted, Predicate<String> which) {
        return counted.stream().filter(which).sorted().collect(Collectors.joining(", "));
    }

    /** Both, where both are written down: the law names the officer or another contact. */
    private static String contact(KeptTexts kept) {
        return List.of(KeptPart.CONTACT, KeptPart.OFFICER).stream()
                .map(kept::of)
                .flatMap(Optional::stream)
                .map(KeptTexts.Entry::text)
                .filter(text -> !text.reach().isEmpty())
                .map(DraftPeopleLetter::inOneLine)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static String inOneLine(KeptText text) {
        return text.name() + ", " + text.reach();
    }

    private static String said(String text) {
        return text.isBlank() ? RegulatorDraft.TO_SAY : text;
    }
}
