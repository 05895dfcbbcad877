package app.counterfoil.hub.privacy;

/** What HMRC and the contracts of the channels ask for about records and personal data. */
enum ContractDuty implements Promised {
    /** Numbers of invoices. */
    HMRC_NUMBERS(
            Body.HMRC,
            "VAT Regs 1995 reg. 14",
            "Invoices are numbered in a series without gaps or twins, with what the regulation names on them.",
            "The number is taken in the transaction that stores the invoice; a paper that cannot be printed takes none.",
            Proof.by("IssuedInvoicesTest", "InvoiceDocumentTest")),
    /** The short form. */
    HMRC_SHORT(
            Body.HMRC,
            "VAT Regs 1995 reg. 16A",
            "Up to £250 to a consumer the short form is enough, and it names no customer.",
            "The short form is the usual one; a full one is made when it is owed or asked for.",
            Proof.by("IssuedInvoicesTest", "ReplacedInvoicesTest")),
    /** Six years. */
    HMRC_SIX_YEARS(
            Body.HMRC,
            "Notice 700/21",
            "VAT records are kept for six years after the accounting period, and can be read for so long.",
            "Each tax record is sealed to that day, by the shop's own accounting year; its paper is kept as it was issued.",
            Proof.by("TaxRecordEndsTest", "KeptPapersTest", "AccountingYearTest")),
    /** Integrity. */
    HMRC_INTEGRITY(
            Body.HMRC,
            "Notice 700/63",
            "An electronic invoice stays as it was issued.",
            "Its bytes are sealed with their hash; whoever asks later gets those, or is told that they are not.",
            Proof.by("KeptPapersTest", "PrintedInvoicesTest")),
    /** One Stop Shop. */
    HMRC_TEN_YEARS(
            Body.HMRC,
            "OSS and IOSS",
            "Records of sales under a one stop shop are kept for ten years.",
            "The end is known to the program.",
            Proof.by("RetentionPolicyTest").but("Sales under a one stop shop")),
    /** Making Tax Digital. */
    HMRC_MTD(
            Body.HMRC,
            "Notice 700/22",
            "The VAT return goes to HMRC from digital records, by digital links alone.",
            "Each supply is there with its time, value and rate; the return is not sent from here.",
            Proof.missing("The VAT return and Making Tax Digital")),
    /** Credit notes. */
    HMRC_CREDIT(
            Body.HMRC,
            "VAT Regs 1995 reg. 15C",
            "What is refunded is credited with a note that names the invoice.",
            "Refunds are known; no credit note is made.",
            Proof.missing("Credit notes")),
    /** Thirty days. */
    AMAZON_30_DAYS(
            Body.AMAZON,
            "Data Protection Policy",
            "Personal data of an order goes 30 days after delivery at the latest, but for tax and law.",
            "Its limit is part of the channel; whatever a shop chooses, orders of Amazon end by it.",
            Proof.by("RetentionPolicyTest", "LabelsEndTest").and(LiveProof.ENDS)),
    /** Use. */
    AMAZON_USE(
            Body.AMAZON,
            "Acceptable Use Policy",
            "Personal data is used to deliver, for tax, and for nothing else.",
            "People are asked for only where an order is to be sent; each opening names its purpose.",
            Proof.by("DownloadedOrdersTest", "AccessJournalTest").and(LiveProof.JOURNAL)),
    /** Encryption. */
    AMAZON_ENCRYPTION(
            Body.AMAZON,
            "Data Protection Policy",
            "Personal data is encrypted at rest and on its way, and the keys are reached by the program alone.",
            "AES-256 for each record, keys outside the database, TLS on the way out.",
            Proof.by("RecordSealTest", "OutsideTest", "TransitRootKeyTest")),
    /** Passwords. */
    AMAZON_PASSWORDS(
            Body.AMAZON,
            "Data Protection Policy",
            "Passwords are long, guessing is stopped, and a second factor is asked for.",
            "Twelve characters, none that is easily guessed, few tries; leavers are out at once.",
            Proof.by("EasilyGuessedTest", "GuessesTest", "LeaversTest").but("A second factor")),
    /** Access review. */
    AMAZON_ACCESS(
            Body.AMAZON,
            "Data Protection Policy",
            "Who has access is reviewed every quarter.",
            "An owner decides on everybody, by what they opened; the evidence stays.",
            Proof.by("AccessReviewsTest").and(LiveProof.ACCESS)),
    /** Incidents. */
    AMAZON_24_HOURS(
            Body.AMAZON,
            "Data Protection Policy",
            "An incident with its orders is told within 24 hours; the plan for it is reviewed every six months.",
            "The duty shows up once one of its orders is counted; the breach procedure is reviewed every six months.",
            Proof.by("FoundScopeTest", "DutyStateTest", "ReviewsTest").and(LiveProof.BREACHES)),
    /** Logs. */
    AMAZON_LOGS(
            Body.AMAZON,
            "Data Protection Policy",
            "Access is logged, nothing personal stands in a log, and logs are kept for twelve months.",
            "The journal is signed and kept; no name reaches the log, whose life whoever runs the program decides.",
            Proof.by("AccessJournalTest", "NothingLeaksTest", "PersonalStaysInTest")
                    .and(LiveProof.JOURNAL)),
    /** Backups. */
    AMAZON_BACKUPS(
            Body.AMAZON,
            "Data Protection Policy",
            "Backups are encrypted, stand apart, and what was erased does not come back from them.",
            "Each backup is sealed and checked; the erasure ledger is carried out again after a restore.",
            Proof.by("BackupFileTest", "ErasedStaysErasedTest", "AdversaryTest").and(LiveProof.BACKUP)),
    /** Eighteen months. */
    AMAZON_18_MONTHS(
            Body.AMAZON,
            "Data Protection Policy",
            "What is not personal goes after 18 months unless law asks for more.",
            "Orders and amounts stay for tax, six years and more.",
            Proof.by("TaxRecordEndsTest")),
    /** Order of erasing. */
    AMAZON_DELETE(
            Body.AMAZON,
            "Data Protection Policy",
            "On its request data is erased within 72 hours, and that is certified.",
            "One person can be erased at once, with a receipt; not yet all orders of a channel in one act.",
            Proof.by("ErasedOnRequestTest").but("Erasing everything of a channel with a certificate")),
    /** Deletion notices. */
    EBAY_DELETION(
            Body.EBAY,
            "Marketplace account deletion",
            "A notice that an account was closed is acknowledged at once, and that person's data is erased for good.",
            "Erasing for good is there; the notices do not come in.",
            Proof.missing("The endpoint for eBay's notices")),
    /** Subscribed before use. */
    EBAY_SUBSCRIBED(
            Body.EBAY,
            "Marketplace account deletion",
            "The endpoint answers eBay's challenge before the first call in production.",
            "There is no such endpoint.",
            Proof.missing("The endpoint for eBay's notices")),
    /** Data requests. */
    SHOPIFY_REQUEST(
            Body.SHOPIFY,
            "customers/data_request",
            "A customer's wish for their data is answered within 30 days.",
            "The copy and its clock are there; Shopify is not connected.",
            Proof.missing("Shopify and its webhooks")),
    /** Redaction of a customer. */
    SHOPIFY_REDACT(
            Body.SHOPIFY,
            "customers/redact",
            "The orders that a notice names are erased within 30 days.",
            "Erasing is there; Shopify is not connected.",
            Proof.missing("Shopify and its webhooks")),
    /** Redaction of a shop. */
    SHOPIFY_SHOP(
            Body.SHOPIFY,
            "shop/redact",
            "When a shop leaves, all that is held of its customers is erased within 30 days.",
            "Shopify is not connected.",
            Proof.missing("Shopify and its webhooks"));

    /** Who asks for it. */
    public enum Body {
        /** His Majesty's Revenue and Customs. */
        HMRC("HMRC"),
        /** Amazon's policies for whoever uses its interface. */
        AMAZON("Amazon"),
        /** eBay's rules for whoever uses its interface. */
        EBAY("eBay"),
        /** Shopify's rules for apps. */
        SHOPIFY("Shopify");

        private final String title;

        Body(String title) {
            this.title = title;
        }

        /** How people call it. */
        public String title() {
            return title;
        }
    }

    private final Body body;
    private final String mark;
    private final String sentence;
    private final String control;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Proof proof;

    ContractDuty(Body body, String mark, String sentence, String control, Proof proof) {
        this.body = body;
        this.mark = mark;
        this.sentence = sentence;
        this.control = control;
        this.proof = proof;
    }

    /** Who asks for it. */
    public Body body() {
        return body;
    }

    @Override
    public String mark() {
        return mark;
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
