package app.counterfoil.hub.invoice.document;

import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.LeavingField;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import java.util.List;
import java.util.Optional;

/**
 * The supplier or the customer as named on an invoice; a customer is a person, so nothing of it is ever printed by accident.
 *
 * @param name the name
 * @param address the lines of the address, without blank ones
 * @param vatNumber the VAT number, if there is one
 * @param place what of the address is told apart; empty where only its lines are known, as before it was kept
 */
public record InvoiceParty(String name, List<String> address, Optional<String> vatNumber, Optional<PostalPlace> place) {

    /** A party of whom only the lines of the address are known. */
    public InvoiceParty(String name, List<String> address, Optional<String> vatNumber) {
        this(name, address, vatNumber, Optional.empty());
    }

    /**
     * The parts of an address that invoices for machines tell apart; blank where it has none.
     *
     * @param town the town
     * @param county the county or state
     * @param postcode the postcode
     * @param country the country's ISO code
     */
    public record PostalPlace(String town, String county, String postcode, String country) {

        @Override
        public String toString() {
            return "PostalPlace[hidden]";
        }
    }

    /** How the party of a full invoice is sealed: as part of the tax record. */
    public static final RecordKind<InvoiceParty> KIND = new SealedJson<>(
            "invoice.party",
            Purpose.TAX_RECORD,
            InvoiceParty.class,
            Holds.of(DataSubjects.BUYERS, "Name", "Address", "VAT number"));

    /** What of it may leave in a file, to prove the VAT accounted for. */
    public static final List<LeavingField<InvoiceParty>> LEAVES = List.of(
            new LeavingField<>("Customer", DataCategory.NAME, InvoiceParty::name),
            new LeavingField<>("Address", DataCategory.ADDRESS, party -> String.join(", ", party.address())),
            new LeavingField<>("VAT number", DataCategory.VAT_NUMBER, party -> party.vatNumber()
                    .orElse("")));

    /** Leaves blank lines of the address out. */
    public InvoiceParty {
        address = address.stream().filter(line -> !line.isBlank()).toList();
    }

    /** The same party, whose country is known from elsewhere; what is known of its own address stays. */
    public InvoiceParty in(String country) {
        return place.isPresent()
                ? this
                : new InvoiceParty(name, address, vatNumber, Optional.of(new PostalPlace("", "", "", country)));
    }

    @Override
    public String toString() {
        return "InvoiceParty[hidden]";
    }
}
