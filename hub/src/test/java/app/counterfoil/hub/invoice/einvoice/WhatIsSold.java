package app.counterfoil.hub.invoice.einvoice;

import java.util.List;

/** Titles and notes that documents are made up of, with all that is awkward to write down. */
final class WhatIsSold {

    static final List<String> TITLES = List.of(
            "A mug",
            "Mug \"Sunrise\" & saucer <blue>, 350 ml",
            "Tasse Größe L – 3er-Set",
            "Кружка эмалированная",
            "Κούπα με λαβή",
            "كوب قهوة كبير",
            "ספל גדול",
            "   Spaces   and\ttabs  ",
            "Ends in ]]> and starts with <!-- -->",
            "🌸 Blossom lamp ❤️",
            "A very long title that goes on and on, as sellers write them for a search: lamp, light, desk lamp, bedside"
                    + " lamp, night light, LED, USB, dimmable, warm white, cold white, with remote control, made up");

    static final List<String> NOTES = List.of(
            "Delivery takes the rates of the goods, shared by their value.",
            "VAT in sterling at HMRC's rate of February 2026 & no other.",
            "Issued in place of simplified VAT invoice V2026-000001, which no longer counts.");

    private WhatIsSold() {}
}
