package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.outside.OutsidePrograms;
import jp.kakehashi.shipment.PasswordSlip;
import jp.kakehashi.shipment.Settling;
import jp.kakehashi.shipment.ShipmentState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A provision in the hands of a bureau without any program of ours: Python's mail parser, 7-Zip, msoffcrypto-tool and
 * openpyxl read it, and somebody telephones. What they read is compared with the tax database, asked in SQL of this test.
 */
class OtherHandsTest {

    private static final String READ = """
            import email, email.policy, io, json, subprocess, sys, msoffcrypto, openpyxl
            folder, zip_password, book_password = sys.argv[1:]
            with open(folder + "/letter.eml", "rb") as file:
                letter = email.message_from_binary_file(file, policy=email.policy.default)
            parcel = next(letter.iter_attachments())
            with open(folder + "/parcel.zip", "wb") as file:
                file.write(parcel.get_content())
            subprocess.run(["7z", "x", "-p" + zip_password, "-o" + folder, folder + "/parcel.zip"],
                           check=True, stdout=subprocess.DEVNULL)
            plain = io.BytesIO()
            with open(folder + "/" + parcel.get_filename().replace(".zip", ".xlsx"), "rb") as file:
                sealed = msoffcrypto.OfficeFile(file)
                sealed.load_key(password=book_password, verify_password=True)
                sealed.decrypt(plain, verify_integrity=True)
            sheet = openpyxl.load_workbook(plain).worksheets[0]
            print(json.dumps([["" if cell.value is None else cell.value for cell in row] for row in sheet.iter_rows()]))
            """;
    private static final String NAMES = """
            update atena set shimei_kanji = '架空\uD842\uDFB7葛\uDB40\uDD00\uE000' || right(atena_no, 3),
              shimei_romaji = 'TESTPERSON ' || translate(right(atena_no, 3), '0123456789', 'ABCDEFGHIJ'),
              koshin_nichiji = timestamp with time zone '2026-07-01 00:00:00Z'
            where juki_kubun = 1
            """;
    private static final String SOURCE = """
            select a.shimei_romaji, a.shimei_kanji, case a.seibetsu_code when 1 then '男' when 2 then '女' else '' end,
              substring(a.seinengappi from 1 for 4) || '年' || substring(a.seinengappi from 5 for 2) || '月'
                || substring(a.seinengappi from 7 for 2) || '日',
              a.kokuseki_mei, c.card_no, a.zairyu_shikaku, a.zairyu_kikan,
              coalesce(to_char(a.zairyu_kigen, 'YYYY"年"MM"月"DD"日"'), '')
            from atena a join zairyu_card c on c.atena_no = a.atena_no and c.shikko_bi is null
            where a.atena_no in (:payees)
            """;
    private static final int CARD = 5;
    private static final int PEOPLE = 3;

    @TempDir
    static Path folder;

    @Test
    @OfficeRule("bureau-by-hand")
    void otherProgramsReadEveryCellAsTheTaxDatabaseHasItAndATelephoneDoesTheRest() throws Exception {
        try (MortalWard ward = MortalWard.open(folder, PEOPLE)) {
            JdbcClient city = JdbcClient.create(OfficeScene.city(folder));
            city.sql(NAMES).update();
            WardOffice office = ward.office();
            office.poll();
            Map<String, String> texts = shown(office);
            String number = office.decided(PEOPLE);
            List<String> payees = office.payees(number);
            office.sign(office.sitting(number), number);
            office.becomes(number, ShipmentState.POSTED);

            List<List<String>> sheet = read(DeliveredMail.raw(ward.bureau(), ward.mail), office.slip(number));

            assertThat(people(sheet)).isEqualTo(expected(city, payees, texts));
            String code = sheet.get(0).get(0).replaceAll(".*受領確認コード\\D*(\\d{4}).*", "$1");
            assertThat(office.ward(Settling.class).acknowledge(number, "電話", "架空 太郎", code, PEOPLE, office.officer()))
                    .isEmpty();
            assertThat(office.shipment(number).state()).isEqualTo(ShipmentState.ACKNOWLEDGED);
        }
    }

    /** The text that the officer saw and confirmed, by card number. */
    private static Map<String, String> shown(WardOffice office) {
        return office.ward(Cases.class).in(CaseState.CANDIDATE, office.officer()).stream()
                .collect(Collectors.toMap(
                        one -> one.cells().get(Item.RESIDENCE_CARD_NUMBER),
                        one -> one.cells().get(Item.EXHAUSTION_REASON)));
    }

    private static List<List<String>> read(List<byte[]> mails, PasswordSlip slip) throws Exception {
        assertThat(mails).hasSize(1);
        Path hands = Files.createDirectory(folder.resolve("hands"));
        Files.write(hands.resolve("letter.eml"), mails.get(0));
        String printed = OutsidePrograms.python(
                "p7zip-full python3-openpyxl python3-msoffcrypto-tool",
                "openpyxl, msoffcrypto",
                READ,
                hands.toString(),
                slip.zipPassword(),
                slip.workbookPassword());
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : new ObjectMapper().readTree(printed)) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.asText()));
            rows.add(cells);
        }
        return rows;
    }

    /** The rows of people below the headings without their leading number, by card number. */
    private static Map<String, List<String>> people(List<List<String>> sheet) {
        return byCard(sheet.stream()
                .filter(row -> row.get(0).matches("[0-9]+"))
                .map(row -> row.subList(1, row.size()))
                .toList());
    }

    private static Map<String, List<String>> expected(JdbcClient city, List<String> payees, Map<String, String> texts) {
        List<List<String>> rows = new ArrayList<>();
        city.sql(SOURCE).param("payees", payees).query(row -> {
            List<String> cells = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                cells.add(row.getString(column));
            }
            cells.add(texts.get(cells.get(CARD)));
            rows.add(cells);
        });
        assertThat(rows).hasSize(PEOPLE);
        return byCard(rows);
    }

    private static Map<String, List<String>> byCard(List<List<String>> rows) {
        return new TreeMap<>(rows.stream().collect(Collectors.toMap(row -> row.get(CARD), row -> row)));
    }
}
