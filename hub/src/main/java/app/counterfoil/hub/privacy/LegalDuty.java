package app.counterfoil.hub.privacy;

/** What the UK GDPR, and the EU's where it applies, ask for, article by article. */
enum LegalDuty implements Promised {
    /** Principles. */
    ART_5(
            "Art 5",
            "Each field has a purpose and an end; what is done can be shown.",
            "A record without a purpose and a day cannot be sealed; the journal and this board show what is done.",
            Proof.by("ColumnRegistryTest", "SealedRecordsTest", "AccessJournalTest")
                    .and(LiveProof.ENDS, LiveProof.JOURNAL)),
    /** Legal basis. */
    ART_6(
            "Art 6",
            "Each purpose names its legal basis; how a legitimate interest was weighed is noted.",
            "The basis is part of the purpose; notes on it stand in the register.",
            Proof.by("RegisterPagesTest", "KeptTextsTest").and(LiveProof.REGISTER)),
    /** Consent. */
    ART_7(
            "Art 7",
            "Consent is given for each purpose apart, its wording is kept, and it is taken back as easily as given.",
            "Each consent has its words, its day and its proof; one click takes it back, and the proof stays.",
            Proof.by("ConsentLedgerTest", "SignUpPagesTest")),
    /** How people are answered. */
    ART_12(
            "Art 12",
            "A request is answered within a month, free, with identity checked in proportion; a refusal says why.",
            "Every request has a clock; a code goes to the contact on the order, and nobody is asked for papers.",
            Proof.by("RequestClockTest", "RequestPagesTest", "PublicDoorTest").and(LiveProof.REQUESTS)),
    /** What people are told. */
    ART_13_14(
            "Art 13, 14",
            "People are told what is done with their data, and from which channel it came.",
            "The policy page is generated from this board and the register, names whom to ask, and each version is kept.",
            Proof.by("PolicyPagesTest", "RegisterPagesTest").and(LiveProof.REGISTER)),
    /** Access. */
    ART_15(
            "Art 15",
            "Whoever asks gets a copy, with purposes, recipients by name, ends and rights.",
            "A locked document with a file for machines, put together from all that is found; it ends after 14 days.",
            Proof.by("BundlesTest", "FoundOrdersTest").and(LiveProof.REQUESTS)),
    /** Rectification. */
    ART_16(
            "Art 16",
            "What is wrong is put right, and who changed it is kept without the wrong value.",
            "A request shows what is held field by field; what is put right is sealed anew, and what stood there is gone.",
            Proof.by("CorrectedOnRequestTest", "RequestPagesTest")),
    /** Erasure. */
    ART_17(
            "Art 17(1)",
            "What there is no ground for any more is erased when the person asks.",
            "Secrets are destroyed, in the ledger first; no older backup brings them back.",
            Proof.by("ErasedOnRequestTest", "ErasedStaysErasedTest", "ForgettingTest")
                    .and(LiveProof.REQUESTS)),
    /** Exceptions to erasure. */
    ART_17_3(
            "Art 17(3)",
            "What tax law or a claim needs stays, shown with its reason and its end, and ends by itself.",
            "Tax records and copies for claims have purposes and days of their own; the answer lists them.",
            Proof.by("ErasedOnRequestTest", "TaxRecordEndsTest", "LegalHoldsTest")
                    .and(LiveProof.ENDS)),
    /** Restriction. */
    ART_18(
            "Art 18",
            "Restricted data is stored and not used; the person is told before it is lifted.",
            "The vault itself refuses every purpose but tax, claims and the person's own request.",
            Proof.by("RestrictedOnRequestTest")),
    /** Telling recipients. */
    ART_19(
            "Art 19",
            "An erasure or a restriction is told to everybody who received the data.",
            "Each recipient stands with the request until it was told, and is followed up after two weeks.",
            Proof.by("ErasedOnRequestTest", "RequestPagesTest").and(LiveProof.REQUESTS)),
    /** Portability. */
    ART_20(
            "Art 20",
            "What people gave can be taken along in a form that machines read.",
            "The copy has a JSON file with its schema, and a table (CSV) of what the person gave, apart from the rest.",
            Proof.by("BundlesTest")),
    /** Objection. */
    ART_21(
            "Art 21",
            "An objection to marketing counts at once; to another use, unless grounds are recorded.",
            "Consent ends with a click and a keyed token keeps the address out; other objections have a clock and a decision.",
            Proof.by("ConsentLedgerTest", "RequestPagesTest", "RequestClockTest")),
    /** Automated decisions. */
    ART_22(
            "Art 22",
            "No machine alone decides anything that weighs on a person.",
            "Orders are held for a person to decide; nothing scores people.",
            Proof.by("OrderStateTest", "KnownToRegisterTest").and(LiveProof.REGISTER)),
    /** By design. */
    ART_25(
            "Art 25",
            "The shortest life, the fewest fields and closed roles are what there is from the start.",
            "A page that no rule names is open to nobody; a policy can be shortened, never beyond what there was.",
            Proof.by("WhoMayDoWhatTest", "RetentionPolicyTest", "FieldsHandedOverTest")),
    /** Processors. */
    ART_28(
            "Art 28",
            "Whoever handles data for the shop does so under an agreement with what the article asks for.",
            "Agreements are on file with their day, country and safeguard; without one nothing is handed over.",
            Proof.by("AgreedRecipientsTest")
                    .and(LiveProof.AGREEMENTS)
                    .but("The agreement between shop and operator as a paper")),
    /** The controller's record. */
    ART_30_1(
            "Art 30(1)",
            "There is a record of processing with all that the article names.",
            "Read off the system, as page, table, paper and JSON; what is missing in it is said.",
            Proof.by("RegisterPagesTest", "RegisterFilesTest").and(LiveProof.REGISTER)),
    /** The processor's record. */
    ART_30_2(
            "Art 30(2)",
            "Whoever runs the installation has a record of what is done for each shop.",
            "A command writes it, with no people in it.",
            Proof.by("RegisterCommandTest")),
    /** Security. */
    ART_32(
            "Art 32",
            "Data is encrypted, stays whole and there, can be brought back in time, and all that is tried regularly.",
            "Sealed records, checked backups, a standby, a book check, and crashes tried at every moment that matters.",
            Proof.by("RecordSealTest", "BackupFileTest", "RestoredInstallationTest", "CrashPointsTest", "DrillsRunTest")
                    .and(LiveProof.BACKUP)),
    /** Telling the regulator. */
    ART_33(
            "Art 33",
            "The regulator is told within 72 hours, or it is recorded why not; every breach is on record.",
            "The hours run from awareness; numbers come from what the system wrote; the timeline is only added to.",
            Proof.by("IncidentsTest", "DutyStateTest", "FoundScopeTest").and(LiveProof.BREACHES)),
    /** Telling people. */
    ART_34(
            "Art 34",
            "People are told if the risk to them is high, in plain words.",
            "A duty of each incident, decided with its reason; a letter goes to each address once, and who cannot be reached is told.",
            Proof.by("LettersToPeopleTest", "IncidentsTest", "LeakedBackupTest").and(LiveProof.BREACHES)),
    /** Abroad. */
    ART_44_49(
            "Art 44–49",
            "Data goes abroad only where it is protected, or under a safeguard on file.",
            "Each agreement names the country and the safeguard; without one the hand-over is refused.",
            Proof.by("AgreedRecipientsTest").and(LiveProof.AGREEMENTS)),
    /** Complaints. */
    COMPLAINTS(
            "DPA 2018 s. 164A",
            "Complaints come in by a form, are acknowledged within 30 days, looked into, and answered.",
            "The public page takes them in; they have a clock of their own.",
            Proof.by("PublicDoorTest", "RequestClockTest").and(LiveProof.REQUESTS, LiveProof.LETTERS)),
    /** Marketing by e-mail. */
    PECR(
            "PECR reg. 22",
            "E-mail for marketing goes only to who has said yes, or bought the like and not refused.",
            "Consent, or the sale with a refusal offered, stands in the ledger with its proof; Amazon's and eBay's addresses do not.",
            Proof.by("ConsentLedgerTest", "MarketingPagesTest"));

    private final String mark;
    private final String sentence;
    private final String control;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Proof proof;

    LegalDuty(String mark, String sentence, String control, Proof proof) {
        this.mark = mark;
        this.sentence = sentence;
        this.control = control;
        this.proof = proof;
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
