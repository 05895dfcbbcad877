package app.counterfoil.hub.rights;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Letters in plain English to whoever has asked. Stored by its name. */
public enum LetterTemplate {
    /** The code that shows who has asked on the public page. */
    CODE(
            "The code",
            "Your code",
            """
            Somebody, you we hope, has asked {shop} about the data that it holds under this address. This code shows that it \
            is you. Type it on the page that you have open:

            {code}

            It is good for half an hour. If it was not you, do nothing: without the code nothing happens, and nothing is told.
            """,
            null),
    /** Somebody has shown the code; the contact can stop it for a day. */
    NOTICE(
            "Told of it, and how to stop it",
            "Your request about your data",
            """
            {shop} has a request under this address ({request}): {what}.

            Nothing is done for 24 hours. If it was not you, stop it here:

            {stop}
            """,
            null),
    /** It has arrived, and until when it is answered (for a complaint: DPA 2018, s. 164A). */
    RECEIPT(
            "It has arrived",
            "We have received your request",
            """
            Thank you for your request ({request}: {kind}), which we received on {received}.

            {time}
            """,
            Step.ACKNOWLEDGED),
    /** Please show who you are. */
    ASK_IDENTITY(
            "Please show who you are",
            "Please help us to make sure that it is you",
            """
            Thank you for your request ({request}: {kind}). Before we can tell you anything or change anything, we have to \
            make sure that it is you who asks, and nobody else.

            Please answer from the e-mail address on your order, or through the messages of the channel on which you have \
            bought. Please do not send us a copy of a passport or a card.

            The month that we have to answer in begins when we know.
            """,
            Step.IDENTITY_ASKED),
    /** Please say what you mean. */
    ASK_CLARIFICATION(
            "Please say what you mean",
            "A question about your request",
            """
            Thank you for your request ({request}: {kind}). So that we look for the right things, please tell us:

            …

            The days until you answer do not count towards the month that we have to answer in.
            """,
            Step.CLARIFICATION_ASKED),
    /** It takes two months more. */
    EXTENSION(
            "It takes two months more",
            "Your request takes us longer",
            """
            Your request ({request}: {kind}) takes us longer than a month, because

            …

            We answer it within two months more. {complain}
            """,
            Step.EXTENDED),
    /** The copy of the data can be fetched. */
    COPY(
            "The copy of their data",
            "The copy of your data",
            """
            You have asked for a copy of what we hold on you ({request}). It is a document that is locked with a passphrase; \
            we tell you the passphrase in another way.

            {copy}

            It says what we hold, why, for how long, where it came from and who received it.

            You can have what is wrong in it corrected, have it erased or no longer used. {complain}
            """,
            null),
    /** What was erased and what stays. */
    ERASED(
            "What was erased, and what stays",
            "Your data is erased",
            """
            You have asked us to erase what we hold on you ({request}). We have done so: names, addresses, phone numbers, \
            e-mail addresses, messages and parcel labels of your orders are destroyed, and nobody can read them any more, us \
            included.

            What VAT law makes us keep stays for six years after the end of our accounting period, can be read for tax alone, \
            and is erased by itself after that. What an order on its way still needs is erased when it has arrived where \
            it goes.

            We tell whoever received your data from us, and ask them to do the same.

            {receipt}{complain}
            """,
            null),
    /** What was put right, and what stands beside it. */
    CORRECTED(
            "What was put right",
            "Your data is put right",
            """
            You have asked us to put right what we hold on you ({request}). {corrected}

            What was wrong is kept no more. We tell whoever received it from us, and ask them to do the same. An invoice that \
            was issued stays as it was: where it is wrong we issue another one, with a credit note for the first.

            {complain}
            """,
            null),
    /** It is kept and not used. */
    RESTRICTED(
            "It is kept, and not used",
            "We no longer use your data",
            """
            You have asked us not to use what we hold on you ({request}). We keep it from now on, and use it no more, but \
            for tax, for claims, and to answer you. Before we use it again we write to you.

            {complain}
            """,
            null),
    /** The restriction is about to be lifted (Art 18(3)). */
    LIFTING(
            "The restriction is about to be lifted",
            "We are about to use your data again",
            """
            You have asked us not to use what we hold on you ({request}). The reason for that is over, because

            …

            We use it again from the day after tomorrow. If you do not agree, please write to us. {complain}
            """,
            null),
    /** It is refused, why, and where to complain (Art 12(4)). */
    REFUSAL(
            "It is refused",
            "Your request",
            """
            We cannot do what you have asked for ({request}: {kind}), because

            …

            {complain} You can also go to a court.
            """,
            null),
    /** What came of a complaint. */
    OUTCOME(
            "What came of it",
            "What came of your complaint",
            """
            We have looked into your complaint ({request}) of {received}. This is what we have found, and what we do about it:

            …

            {complain}
            """,
            null);

    private final String title;
    private final String subjectLine;
    private final String text;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Optional<Step> step;

    LetterTemplate(String title, String subjectLine, String text, @Nullable Step step) {
        this.title = title;
        this.subjectLine = subjectLine;
        this.text = text;
        this.step = Optional.ofNullable(step);
    }

    /** What it is about, as people of the shop read it. */
    public String title() {
        return title;
    }

    /** Its subject line. */
    public String subjectLine() {
        return subjectLine;
    }

    /** Its text, with places in braces. */
    String text() {
        return text;
    }

    /** The step that is taken by sending it, if it is one. */
    Optional<Step> step() {
        return step;
    }

    /** Those that fit what was asked for. */
    public static Set<LetterTemplate> fitting(RequestKind kind) {
        return switch (kind) {
            case COMPLAINT -> EnumSet.of(RECEIPT, ASK_CLARIFICATION, OUTCOME);
            case ACCESS, PORTABILITY -> EnumSet.of(RECEIPT, ASK_IDENTITY, ASK_CLARIFICATION, EXTENSION, COPY, REFUSAL);
            case ERASURE -> EnumSet.of(RECEIPT, ASK_IDENTITY, ASK_CLARIFICATION, EXTENSION, ERASED, REFUSAL);
            case RECTIFICATION -> EnumSet.of(RECEIPT, ASK_IDENTITY, ASK_CLARIFICATION, EXTENSION, CORRECTED, REFUSAL);
            case RESTRICTION -> EnumSet.of(RECEIPT, ASK_IDENTITY, ASK_CLARIFICATION, RESTRICTED, LIFTING, REFUSAL);
            case OBJECTION ->
                EnumSet.of(RECEIPT, ASK_IDENTITY, ASK_CLARIFICATION, RESTRICTED, LIFTING, ERASED, REFUSAL);
        };
    }
}
