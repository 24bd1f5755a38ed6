package jp.kakehashi.command;

import java.time.LocalDate;
import java.util.List;
import jp.kakehashi.calendar.FiscalYear;
import jp.kakehashi.people.Appointment;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Actor;

/**
 * Four fictitious people with passwords made for this demo.
 *
 * @param officer 取扱者: confirms, drafts and operates
 * @param witness 立会人
 * @param chief 保護管理者
 * @param receiver 受領担当者 at the bureau
 */
record DemoAccounts(Login officer, Login witness, Login chief, Login receiver) {

    /** An account and its password. */
    record Login(String account, String password) {

        void signIn(DemoBrowser browser) {
            DemoPage page = browser.open("/sign-in");
            DemoPage home = browser.submit(
                    page.form("/sign-in").with("account", account).with("password", password));
            if (home.address().getPath().startsWith("/sign-in")) {
                throw new DemoException(account + " cannot sign in");
            }
        }

        @Override
        public String toString() {
            return account;
        }
    }

    /** Makes them in both ledgers. */
    static DemoAccounts in(DemoStage stage, LocalDate today) {
        LocalDate from = FiscalYear.of(today).first();
        LocalDate until = FiscalYear.of(today).last();
        People ward = stage.ward(People.class);
        People bureau = stage.bureau(People.class);
        return new DemoAccounts(
                add(ward, "tanto", "架空 担当子", new Appointment("滞納対策課 滞納整理係（架空）", Role.HANDLER, from, until)),
                add(ward, "tachiai", "架空 立会男", new Appointment("滞納対策課 管理係（架空）", Role.WITNESS, from, until)),
                add(ward, "kacho", "架空 課長子", new Appointment("滞納対策課長（架空）", Role.PRIVACY_MANAGER, from, until)),
                add(bureau, "nyukan", "架空 受領男", new Appointment("受領担当（架空）", Role.RECEIVER, from, until)));
    }

    private static Login add(People people, String account, String name, Appointment appointment) {
        Login login = new Login(account, DemoMailServer.password());
        people.add(account, name, login.password(), List.of(appointment), Actor.machine("demo"));
        return login;
    }
}
