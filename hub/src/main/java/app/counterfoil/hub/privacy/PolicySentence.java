package app.counterfoil.hub.privacy;

import java.util.List;

/**
 * What a privacy policy tells, sentence by sentence. What is said of order data is what is so: it names people, and what has
 * ended is unreadable, not anonymous.
 */
enum PolicySentence implements Promised {
    /** Weighed decisions. */
    WEIGHED(
            Audience.BUYERS,
            "How your data is handled is weighed against data protection law, its letter and what it is for.",
            "Purposes are declared in code with their legal basis; a column that nobody has classified stops the build.",
            Proof.by("ColumnRegistryTest", "CatalogueTest", "KnownToRegisterTest")
                    .and(LiveProof.REGISTER)),
    /** Known data. */
    KNOWN(
            Audience.BUYERS,
            "We know what we hold: what stands below is read off the running system.",
            "The register of processing is generated; a kind of record, recipient or column it does not know turns it red.",
            Proof.by("KnownToRegisterTest", "RegisterPagesTest").and(LiveProof.REGISTER)),
    /** What is taken from a channel. */
    TAKEN(
            Audience.BUYERS,
            "From the marketplace on which you order we take your contact (name, address, phone, e-mail), the address and"
                    + " contact for delivery, what you ordered and what you paid. Nothing else.",
            "The adapters read the fields they name; every other field is dropped before anything is stored.",
            Proof.by("DownloadedOrdersTest", "WhatChannelsTellTest", "OrderRequestTest")),
    /** No cards. */
    NO_CARDS(
            Audience.BUYERS,
            "We never handle card or bank details.",
            "No adapter names such a field; a card number in free text is masked before anything is stored.",
            Proof.by("CardNumbersTest", "NothingLeaksTest")),
    /** Nothing beyond need. */
    NO_MORE_THAN_NEEDED(
            Audience.BUYERS,
            "We keep your data no longer than its purpose and the law need: each kind of it has a day on which it ends.",
            "Every record is sealed to its last day; when the day comes its key is destroyed.",
            Proof.by("LabelsEndTest", "EndedStaysEndedTest", "RetentionPagesTest")
                    .and(LiveProof.ENDS)),
    /** VAT invoices. */
    INVOICES(
            Audience.BUYERS,
            "We make VAT invoices and keep their record for six years after the accounting period, because tax law asks"
                    + " for it.",
            "Who an invoice names is sealed apart, under a key of its own, to the day on which the six years end.",
            Proof.by("TaxRecordEndsTest", "IssuedInvoicesTest", "KeptPapersTest")),
    /** No special categories. */
    NO_SPECIAL(
            Audience.BUYERS,
            "We ask for no special categories of data, such as health or belief, and for nothing about your finances.",
            "No adapter names such a field and no form has one.",
            Proof.by("CardNumbersTest", "DownloadedOrdersTest")),
    /** Hand-over. */
    HANDED_OVER(
            Audience.BUYERS,
            "Your delivery data goes to couriers, only to deliver your order; the marketplace is told that it has left. Of"
                    + " bookkeeping an accounting service gets the sums, and at most the name and address on your invoice.",
            "Nothing is handed over without an agreement that covers it, and each hand-over is written down before it leaves.",
            Proof.by("AgreedRecipientsTest", "DisclosedParcelsTest", "FieldsHandedOverTest", "SingleInvoicesTest")
                    .and(LiveProof.AGREEMENTS)),
    /** No marketing by others. */
    NOT_FOR_OTHERS(
            Audience.BUYERS,
            "We never give your data to others for their marketing.",
            "A recipient is somebody the program has a purpose for; there is none for others' marketing.",
            Proof.by("AgreedRecipientsTest", "KnownToRegisterTest").and(LiveProof.REGISTER)),
    /** Records of processing. */
    RECORDS(
            Audience.BUYERS,
            "We keep records of what is done with your data: who opened it and why, and who received it.",
            "An opening is written into a signed journal first; a hand-over with the intent to make it.",
            Proof.by("AccessJournalTest", "TamperedJournalTest", "DisclosedParcelsTest")
                    .and(LiveProof.JOURNAL)),
    /** Transactions. */
    TRANSACTIONS(
            Audience.BUYERS,
            "What was ordered and paid is kept for at least six years; your name with it only where a tax record needs it.",
            "Facts of an order stay; who it was for is sealed apart and ends on its own day.",
            Proof.by("TaxRecordEndsTest", "LabelsEndTest", "EndedStaysEndedTest")
                    .and(LiveProof.ENDS)),
    /** Labels. */
    LABELS(
            Audience.BUYERS,
            "The courier's label is destroyed after three weeks at most; a new one needs your address anew.",
            "A label is sealed for 21 days; after that one is made with a reason, from an address that is fetched or typed.",
            Proof.by("LabelsEndTest", "FreshAddressTest", "UnreadableLabelsTest")
                    .and(LiveProof.ENDS)),
    /** Breaches. */
    BREACHES(
            Audience.BUYERS,
            "If something happens to your data we tell the regulator without delay, within 72 hours unless a risk to you is"
                    + " unlikely, and you if the risk is high.",
            "The breach room counts whom it is about and keeps the hours and the decisions.",
            Proof.by("IncidentsTest", "DutyStateTest", "FoundScopeTest").and(LiveProof.BREACHES)),
    /** Encryption. */
    ENCRYPTED(
            Audience.BUYERS,
            "Your data is encrypted, each record for itself, and the keys are kept apart from it.",
            "Two random secrets open a record; nothing personal stands in plain in database, log, backup or export.",
            Proof.by("RecordSealTest", "SealedRecordsTest", "NothingLeaksTest", "AdversaryTest")),
    /** Access. */
    LEAST_ACCESS(
            Audience.BUYERS,
            "Few may open your data, each only what their work needs, and every opening is written down.",
            "Roles carry purposes; an opening is journalled or refused; access is reviewed every quarter.",
            Proof.by("WhoMayDoWhatTest", "ReadersTest", "AccessJournalTest", "AccessReviewsTest")
                    .and(LiveProof.JOURNAL, LiveProof.ACCESS)),
    /** Reviews. */
    REVIEWED(
            Audience.BUYERS,
            "We look at how we do all this again and again, on set days.",
            "Every purpose, recipient and policy has an owner and a day; what is overdue is shown and reminded of.",
            Proof.by("ReviewsTest", "RemindedOwnersTest").and(LiveProof.REVIEWS)),
    /** E-mail marketing. */
    CONSENT(
            Audience.BUYERS,
            "Your data is used for marketing by e-mail only if you have said yes to it yourself.",
            "Only who has confirmed by the mailbox is in the ledger of consents, with the words and the proof; one click ends it.",
            Proof.by("ConsentLedgerTest", "SignUpPagesTest", "NobodyElseIsHandedOverTest")),
    /** Two sites. */
    TWO_SITES(
            Audience.BUYERS,
            "Your data lies at two sites, so that it is not lost when one fails.",
            "A standby follows the database and can take over. Where the two stand, whoever runs them has to say.",
            Proof.by("SecondSiteTest", "StandbyTest").and(LiveProof.TWO_SITES)),
    /** Rights. */
    RIGHTS(
            Audience.BUYERS,
            "You have a say over your data, wherever you live: ask for a copy, have it corrected, erased or held still,"
                    + " object, or complain. It costs nothing.",
            "A page without an account; a clock for each request; what is found, erased and kept is listed with its reason.",
            Proof.by(
                            "PublicDoorTest",
                            "ErasedOnRequestTest",
                            "RestrictedOnRequestTest",
                            "BundlesTest",
                            "RequestClockTest")
                    .and(LiveProof.REQUESTS)),
    /** The seller's own duties. */
    TOOLS(
            Audience.SELLERS,
            "You have the tools to meet your own duties: register, requests, breaches, agreements, reviews, evidence.",
            "The whole office is yours: each page reads what the system has written itself.",
            Proof.by(
                    "RegisterFilesTest", "RequestPagesTest", "BreachPagesTest", "AgreedRecipientsTest", "ReviewsTest")),
    /** Channels. */
    ONE_PLACE(
            Audience.SELLERS,
            "You sell on many channels from one place, with automation and reports.",
            "Amazon and eBay are there, Royal Mail, VAT invoices and confirmations by themselves.",
            Proof.by("DownloadedOrdersTest", "ToldChannelsTest")
                    .and(LiveProof.CHANNELS)
                    .but("Shopify, WooCommerce, stock, rules and reports")),
    /** Plain words. */
    PLAIN_WORDS(
            Audience.SELLERS,
            "You need not be an IT expert: plain words, and every error says what to do.",
            "A refusal names what is wrong and what mends it; every page is tried with a keyboard and by axe.",
            Proof.by("RefusedTest", "BadInputTest", "FirstDayTest", "EveryPageTest"));

    /** To whom a sentence is said. */
    public enum Audience {
        /** Those whose data it is. */
        BUYERS,
        /** Those who sell. */
        SELLERS
    }

    private final Audience audience;
    private final String sentence;
    private final String control;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Proof proof;

    PolicySentence(Audience audience, String sentence, String control, Proof proof) {
        this.audience = audience;
        this.sentence = sentence;
        this.control = control;
        this.proof = proof;
    }

    /** To whom it is said. */
    public Audience audience() {
        return audience;
    }

    @Override
    public String mark() {
        return "Sentence " + (List.of(values()).indexOf(this) + 1);
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String control() {
        return control;
    }

    @Override
    public Proof proof() {
        return proof;
    }
}
