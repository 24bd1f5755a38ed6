package jp.kakehashi.command;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;

/** Writes the fictitious payers into the city's tables, in batches. */
final class FictitiousCityRecords {

    private static final String PERSON = "insert into atena values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String CARD = "insert into zairyu_card values (?,?,?,?,?,?)";
    private static final String LEVY = "insert into fuka values (?,?,?,?,?)";
    private static final String BILL = "insert into kibetsu values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String RECEIPT = "insert into shuno values (?,?,?,?,?,?,?,?,?,?,?)";
    private static final String STEP = "insert into keika values (?,?,?,?,?,?,?,?,?)";

    private static final int PAYERS_A_BATCH = 500;

    private final DataSource database;
    private final OffsetDateTime updated;
    private int receipts;
    private int steps;

    FictitiousCityRecords(DataSource database, OffsetDateTime updated) {
        this.database = database;
        this.updated = updated;
    }

    void write(Iterator<FictitiousPayer> payers) {
        try (Connection connection = database.getConnection();
                PreparedStatement person = connection.prepareStatement(PERSON);
                PreparedStatement card = connection.prepareStatement(CARD);
                PreparedStatement levy = connection.prepareStatement(LEVY);
                PreparedStatement bill = connection.prepareStatement(BILL);
                PreparedStatement receipt = connection.prepareStatement(RECEIPT);
                PreparedStatement step = connection.prepareStatement(STEP)) {
            connection.setAutoCommit(false);
            List<PreparedStatement> batches = List.of(person, card, levy, bill, receipt, step);
            for (int written = 1; payers.hasNext(); written++) {
                FictitiousPayer payer = payers.next();
                addPerson(person, payer);
                addCards(card, payer);
                addLevies(levy, payer);
                addBills(bill, receipt, payer);
                addSteps(step, payer);
                if (written % PAYERS_A_BATCH == 0 || !payers.hasNext()) {
                    flush(connection, batches);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the fictitious city could not be written, SQLState " + e.getSQLState(), e);
        }
    }

    private static void flush(Connection connection, List<PreparedStatement> batches) throws SQLException {
        for (PreparedStatement batch : batches) {
            batch.executeBatch();
        }
        connection.commit();
    }

    private void addPerson(PreparedStatement batch, FictitiousPayer payer) throws SQLException {
        add(
                batch,
                payer.number,
                payer.nameRoman,
                payer.nameKanji,
                payer.alias,
                "架空市見本町0丁目0番0号",
                payer.sex,
                payer.born,
                payer.birthUnknown ? 1 : 0,
                payer.nationality,
                payer.category,
                payer.status,
                payer.period,
                payer.expiresOn,
                payer.residence,
                payer.movedOn,
                payer.isInsured ? 0 : 1,
                payer.noLongerHeadSince,
                payer.isProtected ? 1 : 0,
                payer.hasSpecialCircumstances ? 1 : 0,
                updated);
    }

    private void addCards(PreparedStatement batch, FictitiousPayer payer) throws SQLException {
        for (FictitiousPayer.Card card : payer.cards) {
            add(batch, payer.number, card.number(), card.holder(), card.issuedOn(), card.endedOn(), updated);
        }
    }

    private void addLevies(PreparedStatement batch, FictitiousPayer payer) throws SQLException {
        for (int year :
                payer.bills.stream().map(bill -> bill.fiscalYear).distinct().toList()) {
            int yearly = payer.bills.stream()
                    .filter(bill -> bill.fiscalYear == year)
                    .mapToInt(bill -> bill.amount)
                    .sum();
            add(batch, year, year, notice(payer), payer.number, yearly);
        }
    }

    private void addBills(PreparedStatement bills, PreparedStatement paid, FictitiousPayer payer) throws SQLException {
        for (FictitiousBill bill : payer.bills) {
            add(
                    bills,
                    bill.fiscalYear,
                    bill.fiscalYear,
                    bill.instalment,
                    notice(payer),
                    bill.dueOn,
                    bill.amount,
                    bill.paid(),
                    bill.condition(),
                    bill.fellInArrears() ? 1 : 0,
                    bill.fiscalYear,
                    0,
                    bill.remindedOn(),
                    bill.barredOn(),
                    bill.isDisputed() ? 1 : 0,
                    updated);
            if (bill.receipt().isPresent()) {
                addReceipt(paid, payer, bill, bill.receipt().get());
            }
        }
    }

    private void addReceipt(
            PreparedStatement batch, FictitiousPayer payer, FictitiousBill bill, FictitiousBill.Receipt receipt)
            throws SQLException {
        add(
                batch,
                ++receipts,
                bill.fiscalYear,
                bill.fiscalYear,
                bill.instalment,
                notice(payer),
                receipt.receivedOn(),
                receipt.postedOn(),
                receipt.amount(),
                receipt.provisional() ? 1 : 0,
                receipt.reversedOn(),
                updated);
    }

    private void addSteps(PreparedStatement batch, FictitiousPayer payer) throws SQLException {
        for (FictitiousPayer.Step step : payer.steps) {
            add(
                    batch,
                    ++steps,
                    payer.number,
                    step.on(),
                    step.kind(),
                    step.language(),
                    step.asset(),
                    step.outcome(),
                    step.note(),
                    updated);
        }
    }

    private static String notice(FictitiousPayer payer) {
        return "K" + payer.number;
    }

    private static void add(PreparedStatement batch, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            batch.setObject(i + 1, values[i]);
        }
        batch.addBatch();
    }
}
