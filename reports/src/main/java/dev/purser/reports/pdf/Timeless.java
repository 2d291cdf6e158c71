package dev.purser.reports.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * Takes the wall clock out of a PDF, so that the same report has the same bytes whenever it is written: the creation
 * date goes from the information dictionary and the metadata alike (PDF/A wants them to agree), and the file identifier
 * is derived from a constant and the title instead of the time.
 */
final class Timeless {
    private static final long SEED_OF_IDENTIFIER = 1;

    private Timeless() {}

    static void make(PDDocument pdf) throws IOException {
        pdf.setDocumentId(SEED_OF_IDENTIFIER);
        pdf.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        metadata.importXMPMetadata(withoutDate(metadata).getBytes(StandardCharsets.UTF_8));
    }

    private static String withoutDate(PDMetadata metadata) throws IOException {
        try (InputStream in = metadata.exportXMPMetadata()) {
            String xmp = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return xmp.replaceAll("<xmp:CreateDate>[^<]*</xmp:CreateDate>", "");
        }
    }
}
