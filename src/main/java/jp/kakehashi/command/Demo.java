package jp.kakehashi.command;

import com.icegreen.greenmail.store.FolderException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.bureau.Listings;
import jp.kakehashi.calendar.BusinessDays;
import jp.kakehashi.calendar.Eras;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.casefile.Counts;
import jp.kakehashi.register.Actor;
import jp.kakehashi.routing.Cadence;
import jp.kakehashi.shipment.ShipmentRow;
import jp.kakehashi.shipment.Shipments;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The journey ① → ② → acknowledgement, played by four fictitious people at the real pages, routes and mail. */
final class Demo {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Actor DEMO = Actor.machine("demo");
    private static final long SEED = 20260601;
    /** How many pay at a counter while the document waits to be sealed. */
    private static final int PAYING = 2;

    private final DemoOptions options;
    private final Optional<DemoKeepsake> keepsake;
    private final Path folder;
    private final DemoPrint print;
    private final Agreement agreement =
            Agreements.load(Path.of("config", "agreements")).only();

    Demo(DemoOptions options, Optional<DemoKeepsake> keepsake, Path folder, DemoPrint print) {
        this.options = options;
        this.keepsake = keepsake;
        this.folder = folder;
        this.print = print;
    }

    void play() {
        Instant morning = morning();
        print.line("架け橋 Kakehashi — 実演。登場する人・番号・アドレスはすべて架空です。");
        print.line("A demo: every person, number and address is fictitious.");
        print.line("時計を %s %s に合わせました。The clock is set to %s, inside the agreement's period.\n"
                .formatted(
                        Eras.longForm(LocalDate.ofInstant(morning, TOKYO)),
                        MORNING,
                        morning.atZone(TOKYO).toLocalDate()));
        print.follow(Clock.fixed(morning, TOKYO));
        build(LocalDate.ofInstant(morning, TOKYO));
        try (DemoStage stage = DemoStage.set(folder, agreement, morning)) {
            play(stage, LocalDate.ofInstant(morning, TOKYO));
        }
    }

    private void play(DemoStage stage, LocalDate today) {
        print.follow(stage.ward(Clock.class));
        DemoAccounts accounts = DemoAccounts.in(stage, today);
        print.step("  ", "区と局の二つのプログラムを起動しました", "both roles are running; they share only a mail server");
        DemoWard ward = new DemoWard(stage.wardPort(), accounts);
        DemoBureau bureau = new DemoBureau(stage.bureauPort(), accounts);
        Map<String, DemoSlip> slips = new LinkedHashMap<>();
        tryThePath(ward, bureau, slips);
        poll(stage);
        String number = prepare(ward);
        somePay(stage, number);
        slips.put(number, send(stage, ward, number));
        receive(stage, ward, bureau, number, slips.get(number));
        new DemoEvidence(stage, keepsake.map(DemoKeepsake::folder).orElse(folder)).prove(print);
        keepsake.ifPresent(keep -> keep(keep, stage, slips));
        keepsake.ifPresent(this::keepSource);
        if (options.stay()) {
            stay(stage, accounts);
        }
    }

    private void tryThePath(DemoWard ward, DemoBureau bureau, Map<String, DemoSlip> slips) {
        String number = ward.draftTest();
        ward.decide(number, "");
        String document = ward.seal(number);
        ward.sign(document);
        ward.await(number, document, "POSTED");
        DemoSlip slip = ward.slip(number);
        slips.put(number, slip);
        bureau.open(slip);
        ward.await(number, "/shipments/" + number, "ACKNOWLEDGED");
        ward.confirmPath(number);
        print.step("  ", "送受信試験 " + number + " を行い、経路を確認しました", "a test exchange went the same path and was confirmed");
    }

    private void poll(DemoStage stage) {
        stage.ward(Cadence.class).fire("ward-10-poll");
        Cases cases = stage.ward(Cases.class);
        print.step("①", "税務データベースを読み、候補と対象外に分けました", "the tax database was polled and screened");
        Counts counts = cases.counts();
        counts.byState().forEach((state, count) -> print.line("             %s %d".formatted(state.label(), count)));
        counts.byLabel().forEach((label, count) -> print.line("               %5d  %s".formatted(count, label)));
    }

    private String prepare(DemoWard ward) {
        int wanted = options.people() + PAYING;
        int confirmed = ward.confirm(wanted);
        if (confirmed != wanted) {
            throw new DemoException("only " + confirmed + " cases could be confirmed, not " + wanted);
        }
        print.step("①", "担当者が %d 件を確認しました".formatted(confirmed), "the officer confirmed %d cases".formatted(confirmed));
        String number = ward.draft();
        boolean above = wanted > agreement.persons().stop();
        ward.decide(number, above ? "（架空）運営会議報告 第1号" : "");
        print.step("②", number + " を起案し、保護管理者が決裁しました", number + " was drafted and decided");
        return number;
    }

    private void somePay(DemoStage stage, String number) {
        List<UUID> cases = stage.ward(Shipments.class).rows(number, DEMO).stream()
                .map(ShipmentRow::caseId)
                .limit(PAYING)
                .toList();
        var city = new DriverManagerDataSource(DemoStage.sourceUrl(folder), "sa", "");
        FictitiousCityLife life = new FictitiousCityLife(city, stage.ward(Clock.class));
        stage.ward(Cases.class).payees(cases).forEach(life::paysAtACounter);
        print.step(
                "  ",
                "その間に %d 人が窓口で納付しました".formatted(PAYING),
                "meanwhile %d people paid at a counter".formatted(PAYING));
    }

    private DemoSlip send(DemoStage stage, DemoWard ward, String number) {
        String document = ward.seal(number);
        print.step(
                "②", "直前の納付を確認し、暗号化しました。外した方と理由", "checked at the source again and sealed; who was dropped, and why");
        stage.ward(Shipments.class).dropped(number, DEMO).stream()
                .flatMap(row -> row.dropped().stream())
                .collect(Collectors.groupingBy(why -> why, TreeMap::new, Collectors.counting()))
                .forEach((why, count) -> print.line("               %5d  %s".formatted(count, why)));
        ward.sign(document);
        print.step("②", "操作者と立会人が内容を確認しました", "operator and witness looked at the sealed file and signed");
        String state = ward.await(number, document, "POSTED", "ACKNOWLEDGED", "REFUSED", "OUTCOME_UNKNOWN", "SEALED");
        if (!state.equals("POSTED")) {
            throw new DemoException(number + " was not posted but is " + state);
        }
        print.step("②", "最終確認のうえメールで送信しました", "last check, then posted over SMTP with TLS");
        return ward.slip(number);
    }

    private void receive(DemoStage stage, DemoWard ward, DemoBureau bureau, String number, DemoSlip slip) {
        bureau.open(slip);
        print.step("②", "局が受信し、電話で聞いたパスワードを入力しました", "the bureau collected it; the passwords went by telephone");
        ward.await(number, "/shipments/" + number, "ACKNOWLEDGED");
        long listed = stage.bureau(Listings.class).list(DEMO).size();
        if (listed != options.people()) {
            throw new DemoException("the bureau lists " + listed + " people instead of " + options.people());
        }
        print.step(
                "②",
                "局が %d 件を開封・確認し、受領確認を返しました。区の画面は「受領確認済」です".formatted(listed),
                "the bureau opened, checked and listed %d rows; the ward shows ACKNOWLEDGED".formatted(listed));
    }

    private void build(LocalDate today) {
        // One connection: H2 opens and closes a file with the first and the last of them.
        var database = new SingleConnectionDataSource(DemoStage.sourceUrl(folder), "sa", "", true);
        try {
            FictitiousCity.ofAll(SEED, today, options.city(), options.people() + PAYING)
                    .build(database);
        } finally {
            database.destroy();
        }
        print.step(
                "  ",
                "架空の税務データベースを作りました（納付義務者 %d 人）".formatted(options.city()),
                "a fictitious tax database with %d payers".formatted(options.city()));
    }

    /** The first business morning of the second month in which the agreement lets ② be sent. */
    private Instant morning() {
        LocalDate from = agreement.document(DocumentKind.PROVISION).period().from();
        LocalDate day = BusinessDays.load(Path.of("config", "calendar", "holidays.csv"))
                .firstOfMonth(YearMonth.from(from).plusMonths(1));
        return day.atTime(MORNING).atZone(TOKYO).toInstant();
    }

    private void keep(DemoKeepsake keep, DemoStage stage, Map<String, DemoSlip> slips) {
        try {
            int mails = keep.mails(stage.mail());
            keep.passwords(slips);
            try (OutputStream list = keep.list()) {
                stage.bureau(Listings.class).export(list, DEMO);
            }
            print.step(
                    "  ",
                    "メール %d 通、パスワード、局の一覧を保存しました".formatted(mails),
                    "kept %d mails, the passwords, the bureau's list".formatted(mails));
        } catch (IOException | MessagingException | FolderException e) {
            throw new DemoException("what --out keeps could not be written: " + e.getMessage());
        }
    }

    private void keepSource(DemoKeepsake keep) {
        try {
            keep.source(folder);
        } catch (IOException | SQLException e) {
            throw new DemoException("the tax database could not be kept: " + e.getMessage());
        }
    }

    private void stay(DemoStage stage, DemoAccounts accounts) {
        print.line("\n区の業務画面 ward   http://localhost:" + stage.wardPort());
        print.line("局の業務画面 bureau http://localhost:" + stage.bureauPort());
        for (DemoAccounts.Login login :
                new DemoAccounts.Login[] {accounts.officer(), accounts.witness(), accounts.chief(), accounts.receiver()
                }) {
            print.line("  %-8s %s".formatted(login.account(), login.password()));
        }
        print.line("終了するには Ctrl+C を押してください。Press Ctrl+C to end.");
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
