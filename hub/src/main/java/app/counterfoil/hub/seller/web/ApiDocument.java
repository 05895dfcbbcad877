package app.counterfoil.hub.seller.web;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the API is, for programs and for those who write them (OpenAPI 3.0). */
@RestController
class ApiDocument {

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<byte[]> document() throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ClassPathResource("api/v1.json").getContentAsByteArray());
    }
}
