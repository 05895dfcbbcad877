package app.counterfoil.hub.invoice.einvoice;

import java.util.List;

/** Made-up people and companies all over the world, in the letters of their countries. */
record WhoBuys(
        String name,
        List<String> street,
        String town,
        String county,
        String postcode,
        String country,
        String countryName) {

    static final List<WhoBuys> ALL = List.of(
            new WhoBuys("Testa Demoson", List.of("2 Example Row"), "Leeds", "", "LS1 9ZZ", "GB", ""),
            new WhoBuys(
                    "Example Ltd, Testa Demoson",
                    List.of("Unit 4", "Demo Park", "Far Lane"),
                    "Belfast",
                    "County Antrim",
                    "BT1 5GS",
                    "GB",
                    ""),
            new WhoBuys("Jersey Sample", List.of("1 Sample Bay"), "St Helier", "", "JE2 3QA", "JE", ""),
            new WhoBuys("Élodie Exemple", List.of("Musterstraße 10"), "Köln", "", "50667", "DE", "Germany"),
            new WhoBuys(
                    "Société d'Exemple & Fils",
                    List.of("10 rue du Test", "Bâtiment B"),
                    "Paris",
                    "",
                    "75001",
                    "FR",
                    "France"),
            new WhoBuys("Σοφία Δοκιμή", List.of("Οδός Παραδείγματος 3"), "Αθήνα", "Αττική", "105 57", "GR", "Greece"),
            new WhoBuys("Тест Примеров", List.of("улица Образцовая 1"), "София", "", "1000", "BG", "Bulgaria"),
            new WhoBuys("مثال تجريبي", List.of("شارع المثال 5"), "القاهرة", "", "11511", "EG", "Egypt"),
            new WhoBuys("דוגמה ישראלית", List.of("רחוב הדוגמה 7"), "תל אביב", "", "6100000", "IL", "Israel"),
            new WhoBuys("Փորձ Օրինակյան", List.of("Օրինակի փողոց 1"), "Երևան", "", "0010", "AM", "Armenia"),
            new WhoBuys("山田 太郎", List.of("1-2-3 Mihon"), "Tokyo", "", "100-0001", "JP", "Japan"),
            new WhoBuys("김민수", List.of("12 Yeje-ro"), "Seoul", "", "04524", "KR", "South Korea"),
            new WhoBuys("王小明", List.of("9 Shili Road"), "Taipei", "", "100", "TW", "Taiwan"),
            new WhoBuys(
                    "Łukasz Przykład",
                    List.of("ul. Próbna 4", "m. 12", "klatka C", "domofon 7"),
                    "Łódź",
                    "łódzkie",
                    "90-001",
                    "PL",
                    "Poland"),
            new WhoBuys("Nguyễn Thị Ví Dụ", List.of("12 đường Mẫu"), "Hà Nội", "", "", "VN", "Vietnam"),
            new WhoBuys("Seán Ó Samplach", List.of("3 Sráid an tSampla"), "Gaillimh", "Galway", "", "IE", "Ireland"),
            new WhoBuys("Canario de Prueba", List.of("Calle del Ejemplo 9"), "Las Palmas", "", "35001", "ES", "Spain"),
            new WhoBuys("Sample Inc.", List.of("1 Demo Plaza"), "Springfield", "IL", "62701", "US", "United States"));

    /** Numbers whose check digits fit. */
    static final List<String> EU_NUMBERS = List.of(
            "ATU13585627",
            "BE0428759497",
            "BG175074752",
            "CY10259033P",
            "CZ25123891",
            "DE136695976",
            "DK13585628",
            "EE100931558",
            "EL094259216",
            "ESB58378431",
            "FI20774740",
            "FR40303265045",
            "HR33392005961",
            "HU12892312",
            "IE6433435F",
            "IT00743110157",
            "LT119511515",
            "LU15027442",
            "LV40003521600",
            "MT11679112",
            "NL004495445B01",
            "PL8567346215",
            "PT501964843",
            "RO18547290",
            "SE123456789701",
            "SI50223054",
            "SK2022749619");

    @Override
    public String toString() {
        return "WhoBuys[" + country + "]";
    }
}
