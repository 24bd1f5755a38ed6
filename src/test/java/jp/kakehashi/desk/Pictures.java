package jp.kakehashi.desk;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import jp.kakehashi.outside.OutsidePrograms;

/** What pages look like, for whoever wants to see: on a screen as {@code target/pages/NAME.png}, on paper as {@code NAME.pdf}. */
final class Pictures {

    private static final Path FOLDER = Path.of("target", "pages");

    private Pictures() {}

    static void screen(Page page, String name) {
        page.screenshot(new ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png"))
                .setFullPage(!name.startsWith("confirm")));
    }

    /**
     * Prints on A4.
     *
     * @return the words on the paper
     */
    static String paper(Page page, String name) {
        Path paper = FOLDER.resolve(name + ".pdf");
        page.pdf(new PdfOptions()
                .setPath(paper)
                .setFormat("A4")
                .setPreferCSSPageSize(true)
                .setPrintBackground(false));
        return OutsidePrograms.run("poppler-utils", "pdftotext", "-layout", paper.toString(), "-");
    }
}
