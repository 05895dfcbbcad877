package app.counterfoil.hub.register.web;

import app.counterfoil.hub.disclosure.RecipientRole;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.register.Activity;
import app.counterfoil.hub.register.KeptPart;
import app.counterfoil.hub.register.KeptText;
import app.counterfoil.hub.register.KeptTexts;
import app.counterfoil.hub.register.RecordOfProcessing;
import app.counterfoil.hub.register.SecurityMeasure;
import app.counterfoil.hub.register.Spreadsheet;
import app.counterfoil.vault.OnErasure;
import app.counterfoil.vault.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register as a table, in the columns that the regulator's form for controllers has. */
final class RegisterSheet {

    private static final String NONE = "None";

    /** A column: its heading, and what stands below it for an activity. */
    private record Column(String heading, BiFunction<RecordOfProcessing, Activity, String> cell) {
        @Override
        public String toString() {
            return "Column[" + heading + "]";
        }
    }

    /** The headings of the ICO's documentation template for controllers, sheet "Template", columns A to AD, in its order. */
    private static final List<Column> COLUMNS = List.of(
            new Column("Business function", (register, of) -> of.purpose().title()),
            new Column(
                    "Purpose of processing",
                    (register, of) -> "Held " + of.purpose().inOrder()),
            new Column(
                    "Name and contact details of joint controller (if applicable)", (register, of) -> joint(register)),
            new Column("Categories of individuals", (register, of) -> listed(of.people())),
            new Column("Categories of personal data", (register, of) -> held(of)),
            new Column("Categories of recipients", (register, of) -> receivers(of)),
            new Column("Link to contract with processor", (register, of) -> contracts(of)),
            new Column(
                    "Names of third countries or international organisations that personal data are transferred to (if"
                            + " applicable)",
                    (register, of) -> of.transfers().orElse(NONE)),
            new Column(
                    "Safeguards for exceptional transfers of personal data to third countries or international"
                            + " organisations (if applicable)",
                    (register, of) -> safeguards(of)),
            new Column("Retention schedule (if possible)", (register, of) -> of.retention()),
            new Column(
                    "General description of technical and organisational security measures (if possible)",
                    (register, of) -> security(register)),
            new Column("Article 6 lawful basis for processing personal data", (register, of) -> of.purpose()
                    .lawfulBasis()),
            new Column(
                    "Article 9 condition for processing special category data",
                    (register, of) -> "None is taken in: fields that are not listed are dropped at intake"),
            new Column(
                    "Legitimate interests for the processing (if applicable)",
                    (register, of) -> note(register, of.purpose())),
            new Column("Link to record of legitimate interests assessment (if applicable)", (register, of) -> ""),
            new Column("Rights available to individuals", (register, of) -> rights(of.purpose())),
            new Column(
                    "Existence of automated decision-making, including profiling (if applicable)",
                    (register, of) -> "No"),
            new Column("The source of the personal data (if applicable)", (register, of) -> listed(of.sources())),
            new Column("Link to record of consent", (register, of) -> consent(of.purpose())),
            new Column(
                    "Location of personal data",
                    (register, of) -> "The vault of this installation, sealed; its encrypted backups"),
            new Column(
                    "Data Protection Impact Assessment required?", (register, of) -> "To be decided by the controller"),
            new Column("Data Protection Impact Assessment progress", (register, of) -> ""),
            new Column("Link to Data Protection Impact Assessment", (register, of) -> ""),
            new Column("Has a personal data breach occurred?", (register, of) -> "See the register of breaches"),
            new Column("Link to record of personal data breach", (register, of) -> "/breaches"),
            new Column("Data Protection Act 2018 Schedule 1 Condition for processing", (register, of) -> NONE),
            new Column("GDPR Article 6 lawful basis for processing", (register, of) -> of.purpose()
                    .lawfulBasis()),
            new Column("Link to retention and erasure policy document", (register, of) -> "/ends"),
            new Column(
                    "Is personal data retained and erased in accordance with the policy document?",
                    (register, of) ->
                            "Yes: it ends by itself, and opens nowhere after its day. On a request: " + of.onErasure()),
            new Column("Reasons for not adhering to policy document (if applicable)", (register, of) -> ""),
            // Behind the form's own: who of the shop can open it.
            new Column("Who may open it", (register, of) -> listed(of.opensFor())));

    private RegisterSheet() {}

    static byte[] of(RecordOfProcessing register) {
        return Spreadsheet.xlsx(List.of(controller(register), activities(register), recipients(register), security()));
    }

    private static Spreadsheet activities(RecordOfProcessing register) {
        return new Spreadsheet(
                "Processing",
                COLUMNS.stream().map(Column::heading).toList(),
                register.activities().stream()
                        .map(activity -> COLUMNS.stream()
                                .map(column -> column.cell().apply(register, activity))
                                .toList())
                        .toList());
    }

    private static Spreadsheet controller(RecordOfProcessing register) {
        var business = register.controller();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Controller", business.tradingName()));
        rows.add(List.of("Address", String.join(", ", business.address()) + ", " + business.postcode()));
        for (var part : KeptPart.contacts()) {
            rows.add(List.of(part.title(), said(register.kept().of(part)).orElse("Not said")));
        }
        rows.add(List.of("Processor", register.operator().inOneLine().orElse("Not said")));
        register.operator()
                .subProcessors()
                .forEach(each -> rows.add(List.of("Sub-processor", each.name() + "; " + each.inWords())));
        rows.add(List.of("As of", Written.longDay(register.day())));
        return new Spreadsheet("Controller", List.of("What", "Who"), rows);
    }

    private static Spreadsheet recipients(RecordOfProcessing register) {
        return new Spreadsheet(
                "Recipients",
                List.of("Recipient", "As what", "May receive", "Country", "Safeguard", "Agreed on", "Next review"),
                register.recipients().stream()
                        .map(each -> List.of(
                                each.name(),
                                each.role(),
                                each.categories(),
                                each.agreement()
                                        .map(on -> on.country().englishName())
                                        .orElse(""),
                                each.safeguard(),
                                each.agreement()
                                        .map(on -> Written.longDay(on.agreedOn()))
                                        .orElse(""),
                                each.agreement()
                                        .map(on -> Written.longDay(on.reviewOn()))
                                        .orElse("")))
                        .toList());
    }

    private static Spreadsheet security() {
        return new Spreadsheet(
                "Security",
                List.of("Measure", "Proved by the tests"),
                Arrays.stream(SecurityMeasure.values())
                        .map(each -> List.of(each.control(), String.join(", ", each.proof())))
                        .toList());
    }

    private static String joint(RecordOfProcessing register) {
        return said(register.kept().of(KeptPart.JOINT_CONTROLLER)).orElse(NONE);
    }

    private static Optional<String> said(Optional<KeptTexts.Entry> entry) {
        return entry.map(KeptTexts.Entry::text).map(RegisterSheet::inOneLine);
    }

    private static String inOneLine(KeptText text) {
        return Stream.of(text.name(), text.reach(), text.note())
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining("; "));
    }

    private static String note(RecordOfProcessing register, Purpose purpose) {
        return register.kept().noteOn(purpose).map(each -> each.text().note()).orElse("");
    }

    private static String held(Activity activity) {
        return activity.isInUse() ? listed(activity.categories()) : "Nothing is held for this yet";
    }

    private static String receivers(Activity activity) {
        return activity.recipients().isEmpty()
                ? NONE
                : activity.recipients().stream()
                        .map(each -> each.name() + ": " + each.categories())
                        .collect(Collectors.joining("; "));
    }

    private static String contracts(Activity activity) {
        return activity.recipients().stream()
                .flatMap(each -> each
                        .agreement()
                        .filter(on -> on.role() == RecipientRole.PROCESSOR)
                        .map(on -> each.name() + ", agreed on " + Written.longDay(on.agreedOn()))
                        .stream())
                .collect(Collectors.joining("; "));
    }

    private static String safeguards(Activity activity) {
        return activity.recipients().stream()
                .filter(each -> each.transfer().isPresent())
                .map(each -> each.name() + ": " + each.safeguard())
                .collect(Collectors.joining("; "));
    }

    private static String security(RecordOfProcessing register) {
        return register.security().stream().map(SecurityMeasure::control).collect(Collectors.joining(" "));
    }

    private static String rights(Purpose purpose) {
        var erasure = purpose.onErasure() == OnErasure.KEPT_BY_LAW ? "" : ", erasure, restriction";
        return "Access, rectification" + erasure + (purpose == Purpose.MARKETING ? ", withdrawal of consent" : "")
                + ", complaint";
    }

    private static String consent(Purpose purpose) {
        return purpose == Purpose.MARKETING ? "Sealed beside the address" : "Not on consent";
    }

    private static String listed(List<String> words) {
        return String.join(", ", words);
    }
}
