package app.counterfoil.hub.breach;

import app.counterfoil.hub.register.KeptPart;
import app.counterfoil.hub.register.KeptText;
import app.counterfoil.hub.register.KeptTexts;
import app.counterfoil.hub.register.RegisterTexts;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.seller.SignedIn;
import java.util.List;
import java.util.Optional;
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

    private final SellerDetails details;
    private final RegisterTexts register;

    DraftPeopleLetter(SellerDetails details, RegisterTexts register) {
        this.details = details;
        this.register = register;
    }

    PeopleLetter of(SignedIn reader, CaseFile file, BreachTexts texts) {
        var shop = details.of(reader.seller()).tradingName();
        var kept = register.of(reader);
        var text = TEXT.replace("{happened}", said(texts.happened()))
                .replace("{data}", said(data(file)))
                .replace("{consequences}", said(texts.consequences()))
                .replace("{measures}", said(texts.measures()))
                .replace("{contact}", said(contact(kept)))
                .replace("{shop}", shop);
        return new PeopleLetter("About your personal data at " + shop, text);
    }

    private static String data(CaseFile file) {
        return file.scopes().stream()
                .flatMap(scope -> scope.found().categories().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
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
