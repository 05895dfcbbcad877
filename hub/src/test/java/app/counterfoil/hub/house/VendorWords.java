package app.counterfoil.hub.house;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of vendors stand in their own packages, and where they are listed; nobody else decides by them. */
final class VendorWords {

    private static final Pattern NAMED = Pattern.compile(
            "Amazon|eBay|Royal Mail|Click & Drop|Shopify|WooCommerce|Mailchimp|Xero|\\bSage\\b|QuickBooks|AMAZON|EBAY|ROYAL_MAIL|MAILCHIMP|XERO|\\bSAGE\\b|QUICKBOOKS");
    private static final Pattern THEIR_PACKAGES = Pattern.compile(
            "app/counterfoil/hub/((channel|payout)/(amazon|ebay)|dispatch/courier/royalmail|marketing/mailchimp|accounting/(xero|sage|quickbooks)|demo)/");

    /** What each service is called and asks for, what its contract allows, and which duties are told of with their proof. */
    private static final Set<String> LISTS = Set.of(
            "connection/OutsideService.java",
            "retention/ChannelLimit.java",
            "vault/Purpose.java",
            "privacy/ContractDuty.java",
            "privacy/LegalDuty.java",
            "privacy/PolicySentence.java");

    private VendorWords() {}

    static List<String> violations(Sources sources) {
        var found = new ArrayList<String>();
        for (var unit : sources.units()) {
            if (THEIR_PACKAGES.matcher(unit.path()).find() || LISTS.stream().anyMatch(unit.path()::endsWith)) {
                continue;
            }
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree literal, Void nothing) {
                    return literal.getValue() instanceof String text ? named(literal, text) : null;
                }

                @Override
                public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
                    named(select, select.getIdentifier().toString());
                    return super.visitMemberSelect(select, null);
                }

                @Override
                public Void visitIdentifier(IdentifierTree name, Void nothing) {
                    return named(name, name.getName().toString());
                }

                private Void named(Tree at, String text) {
                    var word = NAMED.matcher(text);
                    if (word.find()) {
                        found.add(unit.at(sources.trees().getSourcePositions().getStartPosition(unit.tree(), at))
                                + " names " + word.group());
                    }
                    return null;
                }
            }.scan(unit.tree(), null);
        }
        return found;
    }
}
