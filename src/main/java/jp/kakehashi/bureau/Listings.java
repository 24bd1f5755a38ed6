package jp.kakehashi.bureau;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The receiving office's list: everyone ever received, and what became of each. Every look at it goes into the chain. */
@Service
@Profile("bureau")
public class Listings {

    private static final List<String> OUR_COLUMNS = List.of("control_number", "row", "state", "since");
    private static final String LIST = "bureau-list";

    private final ListingTable table;
    private final Chain chain;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Listings(JdbcClient jdbc, PlatformTransactionManager transactions, Vault vault, Chain chain, Clock clock) {
        this.table = new ListingTable(jdbc, vault);
        this.chain = chain;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * The whole list, by document and row.
     *
     * @param who looks at it
     */
    public List<Listed> list(Actor who) {
        return seen("list-viewed", who);
    }

    /**
     * Writes the whole list as CSV (UTF-8, RFC 4180): the ten items character by character as received, then control
     * number, row, state and since when.
     *
     * @param out takes the file; is not closed
     * @param who takes it out
     * @throws IOException when {@code out} fails
     */
    public void export(OutputStream out, Actor who) throws IOException {
        Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        csv.write(line(Stream.concat(Arrays.stream(Item.values()).map(Item::label), OUR_COLUMNS.stream())));
        for (Listed listed : seen("list-exported", who)) {
            csv.write(line(cells(listed).stream()));
        }
        csv.flush();
    }

    private List<Listed> seen(String verb, Actor who) {
        return transaction.execute(status -> {
            List<Listed> all = table.all();
            chain.append(who, new Act(verb, LIST, Map.of("rows", Integer.toString(all.size()))));
            return all;
        });
    }

    private List<String> cells(Listed listed) {
        List<String> cells = new ArrayList<>();
        Arrays.stream(Item.values()).map(listed.cells()::get).forEach(cells::add);
        cells.add(listed.controlNumber());
        cells.add(Integer.toString(listed.row()));
        cells.add(listed.state().name());
        cells.add(listed.since().atZone(clock.getZone()).toOffsetDateTime().toString());
        return cells;
    }

    private static String line(Stream<String> cells) {
        return cells.map(Listings::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
