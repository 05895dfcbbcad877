package app.counterfoil.hub.payout;

import app.counterfoil.hub.accounting.AddsToJournal;
import app.counterfoil.hub.accounting.JournalEntry;
import app.counterfoil.hub.accounting.JournalEntry.Line;
import app.counterfoil.hub.accounting.JournalPlace;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A settlement in double entry: what was paid out, the fees and what is held back on one side, and on the other what customers
 * owed, which the channel has collected. Fees are entered as they are taken off, with their VAT in them: which VAT that is, the
 * channel's own VAT invoice says, and not the settlement.
 */
@Component
public class SettlementJournal implements AddsToJournal {

    private final Settlements settlements;
    private final SellerTransactions transactions;

    SettlementJournal(Settlements settlements, SellerTransactions transactions) {
        this.settlements = settlements;
        this.transactions = transactions;
    }

    /** The settlements whose day of payment, or else whose last day, lies in the month. */
    @Override
    public List<JournalEntry> of(SellerId seller, YearMonth month) {
        return transactions.in(seller, () -> settlements.ofMonth(seller, month).stream()
                .map(settlement -> of(seller, settlement))
                .toList());
    }

    @Override
    public List<UUID> sources(SellerId seller, LocalDate from, LocalDate before) {
        return transactions.in(seller, () -> settlements.ofDays(seller, from, before));
    }

    @Override
    public Optional<JournalEntry> of(SellerId seller, UUID source) {
        return transactions.in(
                seller, () -> settlements.known(seller, source).map(settlement -> of(seller, settlement)));
    }

    /** One settlement. */
    public JournalEntry of(SellerId seller, Settlement settlement) {
        var none = Money.zero(settlement.total().currency());
        Map<JournalPlace, Money> sums = new EnumMap<>(JournalPlace.class);
        for (var sum : settlements.sums(seller, settlement)) {
            sums.merge(place(sum.kind()), sum.sum(), Money::plus);
        }
        var lines = new ArrayList<Line>();
        if (!settlement.total().isZero()) {
            lines.add(Line.debit(JournalPlace.PAYOUTS, settlement.total()));
        }
        // What moved beside the payout stands on the statement of the bank as a line of its own, and so here.
        sums.forEach((place, sum) -> {
            if (!sum.equals(none)) {
                lines.add(Line.credit(place, sum));
            }
        });
        return new JournalEntry(
                settlement.id(),
                settlement.number(),
                settlement.day(),
                "Settlement " + settlement.number() + " of "
                        + settlement.service().shortTitle(),
                settlement.total().currency(),
                lines);
    }

    private static JournalPlace place(LineKind kind) {
        return switch (kind) {
            case GOODS, DELIVERY, TAX, OTHER_CHARGE, PROMOTION, REFUND -> JournalPlace.DEBTORS;
            case SELLING_FEE -> JournalPlace.SELLING_FEES;
            case FULFILMENT_FEE -> JournalPlace.FULFILMENT_FEES;
            case ADVERTISING_FEE -> JournalPlace.ADVERTISING;
            case OTHER_FEE -> JournalPlace.OTHER_FEES;
            case WITHHELD_TAX -> JournalPlace.WITHHELD_TAX;
            case ADJUSTMENT -> JournalPlace.REIMBURSED;
            case RESERVE -> JournalPlace.HELD_BACK;
            case TRANSFER -> JournalPlace.PAYOUTS;
            case UNKNOWN -> JournalPlace.SUSPENSE;
        };
    }
}
