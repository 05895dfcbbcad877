package app.counterfoil.hub.register.web;

import app.counterfoil.hub.register.ProcessingRegister;
import app.counterfoil.hub.register.RecordOfProcessing;
import app.counterfoil.hub.seller.SignedIn;
import java.io.IOException;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The register to take along: as a table, as a paper, and for programs. */
@Controller
class RegisterDownloads {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ProcessingRegister register;
    private final RegisterPdf pdf;

    RegisterDownloads(ProcessingRegister register, RegisterPdf pdf) {
        this.register = register;
        this.pdf = pdf;
    }

    @GetMapping("/register/processing.json")
    ResponseEntity<byte[]> json(@AuthenticationPrincipal SignedIn me) {
        return file(me, "json", MediaType.APPLICATION_JSON, RegisterJson::of);
    }

    @GetMapping("/register/processing.xlsx")
    ResponseEntity<byte[]> xlsx(@AuthenticationPrincipal SignedIn me) {
        return file(me, "xlsx", XLSX, RegisterSheet::of);
    }

    @GetMapping("/register/processing.pdf")
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal SignedIn me) {
        return file(me, "pdf", MediaType.APPLICATION_PDF, pdf::of);
    }

    @GetMapping("/register/schema.json")
    ResponseEntity<byte[]> schema() throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ClassPathResource("register/schema.json").getContentAsByteArray());
    }

    private ResponseEntity<byte[]> file(
            SignedIn me, String ending, MediaType type, Function<RecordOfProcessing, byte[]> written) {
        var record = register.of(me);
        var name = ContentDisposition.attachment()
                .filename("register-" + record.day() + "." + ending)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(written.apply(record));
    }
}
