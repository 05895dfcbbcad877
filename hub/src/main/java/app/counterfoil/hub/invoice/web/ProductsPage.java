package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.CommodityCodes;
import app.counterfoil.hub.invoice.GoodsMarks;
import app.counterfoil.hub.invoice.InvoicesDue;
import app.counterfoil.hub.invoice.ProductKey;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.hub.tax.GoodsMark;
import app.counterfoil.hub.tax.VatClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a seller says how products are rated: once for most of them, and apart for those that are not like most. */
@Controller
class ProductsPage {

    private static final String SAVED =
            "Saved. What waited for it is issued by itself within a minute; invoices that were issued stay as they are.";

    private final VatClasses vatClasses;
    private final CommodityCodes commodityCodes;
    private final GoodsMarks goodsMarks;
    private final Orders orders;
    private final InvoicesDue open;
    private final SellerDetails details;

    ProductsPage(
            VatClasses vatClasses,
            CommodityCodes commodityCodes,
            GoodsMarks goodsMarks,
            Orders orders,
            InvoicesDue open,
            SellerDetails details) {
        this.vatClasses = vatClasses;
        this.commodityCodes = commodityCodes;
        this.goodsMarks = goodsMarks;
        this.orders = orders;
        this.open = open;
        this.details = details;
    }

    /**
     * A row of the page.
     *
     * @param sku the stock keeping unit, or empty
     * @param title the title at the channel
     * @param said the class that was said of this product, or empty
     * @param code its commodity code, or empty
     * @param mark what is special about it, or empty
     * @param isOpen whether nothing is said that covers it
     */
    public record Row(String sku, String title, String said, String code, String mark, boolean isOpen) {

        private static Row of(
                Orders.Product product,
                VatClasses.Said said,
                Map<ProductKey, String> codes,
                Map<ProductKey, GoodsMark> marks) {
            var key = ProductKey.of(product);
            var own = Optional.ofNullable(said.products().get(key)).map(Enum::name);
            return new Row(
                    product.sku(),
                    product.title(),
                    own.orElse(""),
                    codes.getOrDefault(key, ""),
                    Optional.ofNullable(marks.get(key)).map(Enum::name).orElse(""),
                    said.of(key).isEmpty());
        }
    }

    @GetMapping("/invoices/products")
    String products(@AuthenticationPrincipal SignedIn me, Model model) {
        var said = vatClasses.of(me.seller());
        var codes = commodityCodes.of(me.seller());
        var marks = goodsMarks.of(me.seller());
        model.addAttribute(
                "products",
                orders.products(me.seller()).stream()
                        .map(product -> Row.of(product, said, codes, marks))
                        .sorted(Comparator.comparing((Row row) -> !row.isOpen())
                                .thenComparing(Row::title)
                                .thenComparing(Row::sku))
                        .toList());
        model.addAttribute("most", said.most().map(Enum::name).orElse(""));
        model.addAttribute("registered", details.of(me.seller()).isVatRegistered());
        model.addAttribute("classes", VatClass.values());
        model.addAttribute("marks", GoodsMark.values());
        return "invoice/products";
    }

    @PostMapping("/invoices/products/most")
    String most(@AuthenticationPrincipal SignedIn me, @RequestParam VatClass most, RedirectAttributes next) {
        vatClasses.sayMost(me.seller(), most, Optional.of(me.id()));
        open.tryNow(me.seller());
        next.addFlashAttribute("toast", SAVED);
        return "redirect:/invoices/products";
    }

    @PostMapping("/invoices/products")
    String rate(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        var codes = codes(form);
        var marks = marks(form);
        var said = said(me.seller(), form);
        var classes = new LinkedHashMap<ProductKey, VatClass>();
        said.forEach((product, vatClass) -> vatClass.ifPresent(own -> classes.put(product, own)));
        vatClasses.say(me.seller(), classes);
        said.keySet().removeAll(classes.keySet());
        vatClasses.takeBack(me.seller(), said.keySet());
        commodityCodes.say(me.seller(), codes);
        goodsMarks.say(me.seller(), marks);
        open.tryNow(me.seller());
        next.addFlashAttribute("toast", SAVED);
        return "redirect:/invoices/products";
    }

    private static Map<ProductKey, String> codes(MultiValueMap<String, String> form) {
        var skus = form.getOrDefault("sku", List.of());
        var titles = form.getOrDefault("title", List.of());
        var typed = form.getOrDefault("commodityCode", List.of());
        var codes = new LinkedHashMap<ProductKey, String>();
        if (!typed.isEmpty() && (typed.size() != skus.size() || titles.size() != skus.size())) {
            throw NotUsable.field("sku", "Give each product of the list once, with its title and its commodity code.");
        }
        for (int i = 0; i < typed.size(); i++) {
            if (!typed.get(i).isBlank() && !CommodityCodes.isCode(typed.get(i))) {
                throw NotUsable.field(
                        "commodityCode",
                        "A commodity code has six to ten digits, such as 6912 00 23; leave it empty for none.");
            }
            codes.put(new ProductKey(skus.get(i), titles.get(i)), typed.get(i).strip());
        }
        return codes;
    }

    private static Map<ProductKey, Optional<GoodsMark>> marks(MultiValueMap<String, String> form) {
        var skus = form.getOrDefault("sku", List.of());
        var titles = form.getOrDefault("title", List.of());
        var typed = form.getOrDefault("goodsMark", List.of());
        var names = Arrays.stream(GoodsMark.values()).map(Enum::name).toList();
        if (!typed.isEmpty() && (typed.size() != skus.size() || titles.size() != skus.size())) {
            throw NotUsable.field(
                    "sku", "Give each product of the list once, with its title and what is special about it.");
        }
        var marks = new LinkedHashMap<ProductKey, Optional<GoodsMark>>();
        for (int i = 0; i < typed.size(); i++) {
            if (!typed.get(i).isEmpty() && !names.contains(typed.get(i))) {
                throw NotUsable.field("goodsMark", "Choose one from the list for each product, or nothing.");
            }
            marks.put(
                    new ProductKey(skus.get(i), titles.get(i)),
                    Optional.of(typed.get(i)).filter(name -> !name.isEmpty()).map(GoodsMark::valueOf));
        }
        return marks;
    }

    /** Read from the form itself: a list parameter would be cut at commas, and an SKU or a title may hold some. */
    private Map<ProductKey, Optional<VatClass>> said(SellerId seller, MultiValueMap<String, String> form) {
        var skus = form.getOrDefault("sku", List.of());
        var titles = form.getOrDefault("title", List.of());
        var rates = form.getOrDefault("vatClass", List.of());
        var wrong = new ArrayList<NotUsable.Field>();
        var known = orders.products(seller).stream().map(ProductKey::of).collect(Collectors.toSet());
        var products = new ArrayList<ProductKey>();
        for (int i = 0; i < Math.min(skus.size(), titles.size()); i++) {
            products.add(new ProductKey(skus.get(i), titles.get(i)));
        }
        if (skus.size() != rates.size()
                || titles.size() != rates.size()
                || !known.containsAll(new HashSet<>(products))) {
            wrong.add(new NotUsable.Field("sku", "Give each product of the list once, with its title and its VAT."));
        }
        var names = Arrays.stream(VatClass.values()).map(VatClass::name).toList();
        if (!rates.stream().allMatch(rate -> rate.isEmpty() || names.contains(rate))) {
            wrong.add(new NotUsable.Field("vatClass", "Choose one from the list for each product."));
        }
        if (!wrong.isEmpty()) {
            throw new NotUsable(wrong);
        }
        var said = new LinkedHashMap<ProductKey, Optional<VatClass>>();
        for (int i = 0; i < products.size(); i++) {
            var rate = rates.get(i);
            said.put(products.get(i), rate.isEmpty() ? Optional.empty() : Optional.of(VatClass.valueOf(rate)));
        }
        return said;
    }
}
