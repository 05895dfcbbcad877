package app.counterfoil.sandbox.hmrc;

import app.counterfoil.sandbox.hmrc.Hmrc.Owed;
import app.counterfoil.sandbox.hmrc.HmrcVat.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a return has to have to be taken. */
record CheckedReturn(ObjectNode figures, List<Owed> owed, LocalDate today) {

    static final Refused NOT_ENDED = new Refused(
            403,
            "TAX_PERIOD_NOT_ENDED",
            "The remote endpoint has indicated that the submission is for a tax period that has not ended");

    private static final List<String> PENCE =
            List.of("vatDueSales", "vatDueAcquisitions", "totalVatDue", "vatReclaimedCurrPeriod", "netVatDue");
    private static final List<String> POUNDS = List.of(
            "totalValueSalesExVAT",
            "totalValuePurchasesExVAT",
            "totalValueGoodsSuppliedExVAT",
            "totalAcquisitionsExVAT");

    /** Why it is not taken; empty if it is. */
    Optional<Refused> refusal() {
        var key = figures.path("periodKey").asString("");
        var period = owed.stream().filter(each -> each.key().equals(key)).findFirst();
        if (period.isEmpty()) {
            return refused(400, "PERIOD_KEY_INVALID", "Invalid period key");
        }
        for (var field : PENCE) {
            if (!figures.path(field).isNumber()) {
                return refused(400, "INVALID_NUMERIC_VALUE", "please provide a numeric field");
            }
        }
        if (!PENCE.stream().allMatch(field -> amount(field).stripTrailingZeros().scale() <= 2)
                || !POUNDS.stream()
                        .allMatch(field -> figures.path(field).isNumber()
                                && amount(field).stripTrailingZeros().scale() <= 0)
                || amount("netVatDue").signum() < 0) {
            return refused(
                    400,
                    "INVALID_MONETARY_AMOUNT",
                    "amount should be a monetary value (to 2 decimal places), between 0 and 99,999,999,999.99");
        }
        if (amount("vatDueSales").add(amount("vatDueAcquisitions")).compareTo(amount("totalVatDue")) != 0) {
            return refused(
                    400,
                    "VAT_TOTAL_VALUE",
                    "totalVatDue should be equal to the sum of vatDueSales and vatDueAcquisitions");
        }
        var net =
                amount("totalVatDue").subtract(amount("vatReclaimedCurrPeriod")).abs();
        if (net.compareTo(amount("netVatDue")) != 0) {
            return refused(
                    400,
                    "VAT_NET_VALUE",
                    "netVatDue should be the difference between the largest and the smallest values among"
                            + " totalVatDue and vatReclaimedCurrPeriod");
        }
        if (!figures.path("finalised").asBoolean(false)) {
            return refused(403, "NOT_FINALISED", "User has not declared VAT return as final");
        }
        return period.get().end().isBefore(today) ? Optional.empty() : Optional.of(NOT_ENDED);
    }

    private BigDecimal amount(String field) {
        return figures.path(field).decimalValue();
    }

    private static Optional<Refused> refused(int status, String code, String message) {
        return Optional.of(new Refused(status, code, message));
    }
}
